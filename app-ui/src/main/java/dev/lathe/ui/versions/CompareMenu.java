package dev.lathe.ui.versions;

import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What a version can be compared with: the others, and a file.
final class CompareMenu {
    private final VersionsViewModel model;
    private final Comparing comparing;
    private final Texts texts;

    CompareMenu(VersionsViewModel model, Comparing comparing, Texts texts) {
        this.model = model;
        this.comparing = comparing;
        this.texts = texts;
    }

    /// The items for a version; of two versions the earlier is always what was before.
    List<MenuItem> items(int step) {
        var items = new ArrayList<MenuItem>();
        if (step > 1) {
            items.add(item("previous", texts.now("diff.with.previous"), step, step - 1));
        }
        if (step > 0) {
            items.add(item("original", texts.now("diff.with.original"), step, 0));
        }
        for (VersionRow row : model.rows()) {
            boolean isListed = row.step() == 0 || row.step() == step - 1;
            if (row.step() != step && !(isListed && row.step() < step)) {
                var name = EditText.title(texts, row.edit());
                var words = texts.now("diff.version", row.step(), name);
                items.add(
                        item(
                                Integer.toString(row.step()),
                                texts.now("diff.with.version", words),
                                step,
                                row.step()));
            }
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        var file = new MenuItem(texts.now("diff.with.file"));
        file.setId("versions-compare-file");
        file.setOnAction(_ -> comparing.withFile(step));
        items.add(file);
        return items;
    }

    private MenuItem item(String id, String words, int step, int other) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("versions-compare-" + id);
        item.setOnAction(_ -> comparing.versions(Math.min(step, other), Math.max(step, other)));
        return item;
    }
}
