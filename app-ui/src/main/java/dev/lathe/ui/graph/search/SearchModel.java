package dev.lathe.ui.graph.search;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.search.Hit;
import dev.lathe.model.search.Match;
import dev.lathe.model.search.Query;
import dev.lathe.model.search.QueryProblem;
import dev.lathe.model.search.SearchIndex;
import dev.lathe.model.search.SearchResult;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The search in a graph: a query, what it finds, and which of that is looked at.
///
/// The index is made once for a model, and each query is answered on another thread; of several
/// queries the newest counts.
public final class SearchModel {
    private static final int NONE = -1;

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<SearchResult> result =
            new ReadOnlyObjectWrapper<>(this, "result", SearchResult.NONE);
    private final ReadOnlyObjectWrapper<SearchState> state =
            new ReadOnlyObjectWrapper<>(this, "state", SearchState.IDLE);
    private final ObservableList<String> hits = FXCollections.observableArrayList();
    private final ObservableList<String> hitsView = FXCollections.unmodifiableObservableList(hits);
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private final ObservableList<String> groupsView =
            FXCollections.unmodifiableObservableList(groups);
    private final ReadOnlyIntegerWrapper current =
            new ReadOnlyIntegerWrapper(this, "current", NONE);
    private final Jobs jobs;
    private final Texts texts;
    private final SearchVisitor visitor;
    private Optional<SearchIndex> index = Optional.of(SearchIndex.EMPTY);
    private Jobs.Handle indexing = Jobs.Handle.NONE;
    private Jobs.Handle searching = Jobs.Handle.NONE;
    private int models;
    private int requests;
    private Remembered remembered = new Remembered("", "");

    /// What the search was about before it was cleared.
    ///
    /// @param hit the identifier of the hit that was looked at; empty for none
    private record Remembered(String query, String hit) {}

    /// @param visitor told which hit is looked at
    public SearchModel(Jobs jobs, Texts texts, SearchVisitor visitor) {
        this.jobs = jobs;
        this.texts = texts;
        this.visitor = visitor;
        query.subscribe((_, _) -> search());
    }

    /// What is searched for; the hits follow it.
    public StringProperty queryProperty() {
        return query;
    }

    /// What was found.
    public ReadOnlyObjectProperty<SearchResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// What the search is doing.
    public ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The identifiers of the layers found, in the order of the model.
    public ObservableList<String> hits() {
        return hitsView;
    }

    /// The identifiers of the groups found, in the order of the model.
    public ObservableList<String> groups() {
        return groupsView;
    }

    /// The position, among all that was found, of the hit that is looked at; -1 for none.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether all of the model is searched.
    public SearchIndex.Coverage coverage() {
        return index.map(SearchIndex::coverage).orElse(SearchIndex.Coverage.COMPLETE);
    }

    /// Where the words of the query are in a hit.
    public List<Match> matches(Hit hit) {
        return index.map(i -> i.matches(hit, result.get().query())).orElse(List.of());
    }

    /// Goes to the next hit, after the last to the first.
    public void next() {
        recall();
        go(current.get() + 1);
    }

    /// Goes to the hit before, from the first to the last.
    public void previous() {
        recall();
        go(current.get() < 0 ? found().size() - 1 : current.get() - 1);
    }

    /// Looks at a hit where the graph shows it now.
    public void look(int position) {
        if (position >= 0 && position < found().size()) {
            current.set(position);
            visitor.look(found().get(position));
        }
    }

    /// Goes to the hit that is looked at, the first if none is: what it is in is opened.
    public void go() {
        go(Math.max(0, current.get()));
    }

    /// Searches for nothing, and remembers what was searched for.
    public void clear() {
        var hit = current.get() < 0 ? "" : found().get(current.get()).toString();
        if (!query.get().isBlank()) {
            remembered = new Remembered(query.get(), hit);
        }
        query.set("");
    }

    /// Searches again for what was searched for before, if nothing is searched for now, and finds
    /// the same hit again.
    public void recall() {
        if (query.get().isBlank() && !remembered.query.isEmpty()) {
            query.set(remembered.query);
        }
    }

    /// Searches in another model from now on, or in none. What was found stays until it is known
    /// what is found there.
    public void searchIn(Optional<Outline> model) {
        indexing.cancel();
        int number = ++models;
        if (model.isEmpty()) {
            accept(SearchIndex.EMPTY);
            return;
        }
        index = Optional.empty();
        search();
        indexing =
                jobs.start(
                        new Job<>(
                                texts.now("graph.search.job"),
                                progress -> SearchIndex.of(model.get(), progress),
                                made -> ifNewest(number, made),
                                _ -> ifNewest(number, SearchIndex.EMPTY)));
    }

    private void ifNewest(int number, SearchIndex made) {
        if (number == models) {
            accept(made);
        }
    }

    private void accept(SearchIndex made) {
        index = Optional.of(made);
        search();
    }

    private void search() {
        searching.cancel();
        int request = ++requests;
        var text = query.get() == null ? "" : query.get();
        var asked = Query.parse(text);
        if (asked.isEmpty()) {
            accept(SearchResult.NONE);
        } else if (index.isEmpty()) {
            state.set(SearchState.PREPARING);
        } else {
            searching = jobs.start(job(index.get(), asked, request));
        }
    }

    private Job<SearchResult> job(SearchIndex in, Query asked, int request) {
        return new Job<>(
                texts.now("graph.search.job"),
                progress -> in.find(asked, progress),
                found -> ifNewest(request, found),
                _ -> {
                    var costly = Optional.<QueryProblem>of(new QueryProblem.TooCostly());
                    ifNewest(request, new SearchResult(asked, List.of(), costly));
                });
    }

    private void ifNewest(int request, SearchResult found) {
        if (request == requests) {
            accept(found);
        }
    }

    private void accept(SearchResult found) {
        int kept = kept(found);
        current.set(NONE);
        result.set(found);
        groups.setAll(ids(found, Hit.Kind.GROUP));
        hits.setAll(ids(found, Hit.Kind.LAYER));
        current.set(kept);
        state.set(found.query().isEmpty() ? SearchState.IDLE : SearchState.DONE);
    }

    /// Where the hit that was looked at is, if the same query has found it again.
    private int kept(SearchResult fresh) {
        var before = result.get();
        boolean isSame = before.query().text().equals(fresh.query().text());
        if (isSame && current.get() >= 0) {
            return position(fresh, before.hits().get(current.get()).toString());
        }
        boolean isRecalled = fresh.query().text().equals(remembered.query.strip());
        return isRecalled && before.query().isEmpty() ? position(fresh, remembered.hit) : NONE;
    }

    private static int position(SearchResult in, String hit) {
        for (int i = 0; i < in.hits().size() && !hit.isEmpty(); i++) {
            if (in.hits().get(i).toString().equals(hit)) {
                return i;
            }
        }
        return NONE;
    }

    private static List<String> ids(SearchResult found, Hit.Kind kind) {
        return found.hits().stream().filter(h -> h.kind() == kind).map(Hit::id).toList();
    }

    private List<Hit> found() {
        return result.get().hits();
    }

    private void go(int position) {
        if (found().isEmpty()) {
            return;
        }
        current.set(Math.floorMod(position, found().size()));
        visitor.go(found().get(current.get()));
    }
}
