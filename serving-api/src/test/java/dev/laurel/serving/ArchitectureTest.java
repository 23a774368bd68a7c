package dev.laurel.serving;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.serving.stray.ImportsTheRoot;
import dev.laurel.serving.stray.StrayFeature;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.laurel.serving";

  private static final ArchRule NOTHING_IMPORTS_THE_ROOT =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("the root package puts the features together");

  private final JavaClasses service =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void featuresDoNotImportEachOthersRoutes() {
    assertThat(service).isNotEmpty();
    checkRoutes(service);
  }

  @Test
  void nothingImportsTheRoot() {
    NOTHING_IMPORTS_THE_ROOT.check(service);
  }

  @Test
  void theRulesFireOnAFeatureThatBreaksThem() {
    JavaClasses strays =
        new ClassFileImporter()
            .importClasses(
                StrayFeature.class,
                ImportsTheRoot.class,
                dev.laurel.serving.board.BoardRoutes.class);

    assertThatThrownBy(() -> checkRoutes(strays))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("StrayFeature");
    assertThatThrownBy(() -> NOTHING_IMPORTS_THE_ROOT.check(strays))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ImportsTheRoot");
  }

  private static void checkRoutes(JavaClasses classes) {
    classes.stream()
        .map(JavaClass::getPackageName)
        .filter(feature -> !feature.equals(ROOT))
        .distinct()
        .forEach(
            feature ->
                noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat(
                        simpleNameEndingWith("Routes").and(resideOutsideOfPackage(feature)))
                    .because("features do not import each other's routes")
                    .check(classes));
  }
}
