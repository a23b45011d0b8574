package dev.lathe.app;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = "dev.lathe",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ArchitectureTest.WithoutGeneratedSchema.class
        })
class ArchitectureTest {

    /// Leaves out the classes that protoc wrote.
    static final class WithoutGeneratedSchema implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("/dev/lathe/model/onnx/proto/");
        }
    }

    @ArchTest
    static final ArchRule modulesPointDownwards =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("dev.lathe..")
                    .layer("app")
                    .definedBy("dev.lathe.app..")
                    .layer("ui")
                    .definedBy("dev.lathe.ui..")
                    .layer("profiler")
                    .definedBy("dev.lathe.profiler..")
                    .layer("runner")
                    .definedBy("dev.lathe.runner..")
                    .layer("export")
                    .definedBy("dev.lathe.export..")
                    .layer("model")
                    .definedBy("dev.lathe.model..")
                    .layer("resources")
                    .definedBy("dev.lathe.resources..")
                    .whereLayer("app")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("ui")
                    .mayOnlyBeAccessedByLayers("app")
                    .whereLayer("profiler")
                    .mayOnlyBeAccessedByLayers("ui", "app")
                    .whereLayer("runner")
                    .mayOnlyBeAccessedByLayers("profiler")
                    .whereLayer("export")
                    .mayOnlyBeAccessedByLayers("ui", "app")
                    .whereLayer("resources")
                    .mayOnlyBeAccessedByLayers("ui", "app")
                    .whereLayer("model")
                    .mayOnlyBeAccessedByLayers("profiler", "export", "ui", "app");

    @ArchTest
    static final ArchRule onlyTheWindowsKnowJavaFx =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.lathe.ui..", "dev.lathe.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                    .because("everything below the windows also works without a screen");

    @ArchTest
    static final ArchRule onlyTheRunnerKnowsTheNativeRuntimes =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.lathe.runner..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ai.onnxruntime..", "org.bytedeco..")
                    .because("a bad model can abort the process that runs it");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                    .because("a view model is tested without a window");

    @ArchTest
    static final ArchRule onlyJobsLeaveTheFxThread =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.lathe.ui.job..", "dev.lathe.app..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.concurrent..")
                    .because("there is one way to another thread and back");

    @ArchTest
    static final ArchRule staticFieldsAreConstants =
            fields().that()
                    .haveModifier(STATIC)
                    .should()
                    .haveModifier(FINAL)
                    .because("nothing hides in static state");

    @ArchTest
    static final ArchRule classesAreFinalOrAbstract =
            classes()
                    .that()
                    .areTopLevelClasses()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .areNotRecords()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .and()
                    .doNotHaveModifier(ABSTRACT)
                    .should()
                    .haveModifier(FINAL)
                    .because("nothing is extended by accident");

    @ArchTest
    static final ArchRule noCyclesInModel =
            slices().matching("dev.lathe.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInProfiler =
            slices().matching("dev.lathe.profiler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInExport =
            slices().matching("dev.lathe.export.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInUi =
            slices().matching("dev.lathe.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInApp =
            slices().matching("dev.lathe.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyMainKnowsTheStandardStreams =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.lathe.app", "dev.lathe.runner..")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .because("what a command prints goes through its console");

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobodyUsesJavaUtilLogging =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        var bare =
                all.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.getClasses().isEmpty())
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .toList();

        assertThat(bare).isEmpty();
    }

    /// The canary: rules over classes that were not found would hold, too.
    @ArchTest
    static void everyModuleIsSeen(JavaClasses all) {
        for (String module :
                new String[] {"app", "ui", "profiler", "runner", "export", "model", "resources"}) {
            assertThat(all)
                    .as(module)
                    .anyMatch(c -> c.getPackageName().startsWith("dev.lathe." + module));
        }
        assertThat(all.size()).isGreaterThan(300);
    }
}
