package dev.lathe.model.search;

import static dev.lathe.model.search.Found.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.search.QueryProblem.NoValue;
import dev.lathe.model.search.QueryProblem.TooCostly;
import dev.lathe.model.search.QueryProblem.UnknownKey;
import dev.lathe.model.search.QueryProblem.UnknownType;
import dev.lathe.model.search.QueryProblem.WrongPattern;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // made before each test
class QueryProblemTest {
    private SearchIndex index;

    @BeforeEach
    void makeIndex() throws InterruptedException {
        index =
                Found.index(
                        Found.model(
                                Found.graph(
                                        node("x".repeat(2000), "Relu", "image", "input:0"),
                                        node("tf:conv", "Conv", "input:0", "y"))));
    }

    @Test
    void saysWhereAPatternIsWrong() throws InterruptedException {
        var result = Found.find(index, "relu /a(b/");

        assertThat(result.hits()).isEmpty();
        assertThat(result.problem()).contains(new WrongPattern("a(b", 3));
        assertThat(Found.find(index, "re:[").problem()).contains(new WrongPattern("[", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "operator, op",
        "shap, shape",
        "shapes, shape",
        "input, in",
        "type, op",
        "attribute, attr",
        "dtpye,",
        "foo,",
    })
    void namesTheKeyThatWasMeant(String key, String meant) throws InterruptedException {
        assertThat(Found.find(index, key + ":bar").problem())
                .contains(new UnknownKey(key, Optional.ofNullable(meant)));
    }

    @Test
    void takesANameWithAColonForAName() throws InterruptedException {
        assertThat(Found.find(index, "tf:conv").hits()).hasSize(1);
        assertThat(Found.find(index, "tf:conv").problem()).isEmpty();
        assertThat(Found.find(index, "input:0").hits()).hasSize(2);
        assertThat(Found.find(index, "output:0").problem()).isEmpty();
        assertThat(Found.find(index, "a::b").problem()).isEmpty();
    }

    @Test
    void asksForTheValueOfAKeyAndGoesOnWithTheRest() throws InterruptedException {
        var result = Found.find(index, "relu shape:");

        assertThat(result.hits()).hasSize(1);
        assertThat(result.problem()).contains(new NoValue("shape"));
        assertThat(Found.find(index, "op:\"\"").hits()).isEmpty();
    }

    @Test
    void knowsNoSuchType() throws InterruptedException {
        assertThat(Found.find(index, "dtype:quint8").problem()).contains(new UnknownType("quint8"));
    }

    @Test
    void givesUpAPatternThatWouldNeverEnd() throws InterruptedException {
        var result = Found.find(index, "/(x+x+)+y/");

        assertThat(result.problem()).contains(new TooCostly());
        assertThat(result.hits()).isEmpty();
    }

    @Test
    void survivesPatternsThatRecurse() throws InterruptedException {
        assertThat(Found.find(index, "/((x|y)|z)*!/").hits()).isEmpty();
    }
}
