package dev.laurel.pipeline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each rule is also held to a small system that breaks it. */
class ArchitectureTest {
  private static final String HOME = "dev.laurel.pipeline";
  private static final String BROKEN = "dev.laurel.pipeline.outlet.broken";
  private static final JavaClasses JOB =
      new ClassFileImporter()
          .importUrl(Topology.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void theJobIsRead() {
    assertThat(JOB).hasSizeGreaterThan(50);
    assertThat(JOB.stream().filter(IS_OPERATOR)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void nothingImportsTheRoot() {
    nothingImportsTheRoot(HOME).check(JOB);
    assertFires(nothingImportsTheRoot(BROKEN));
  }

  @Test
  void onlyTheRootImportsTheOutlets() {
    onlyTheRootImportsTheOutlets(HOME).check(JOB);
    assertFires(onlyTheRootImportsTheOutlets(BROKEN));
  }

  @Test
  void onlyTheOutletsKnowBrokersAndDatabases() {
    onlyTheOutletsKnowBrokersAndDatabases(HOME).check(JOB);
    assertFires(onlyTheOutletsKnowBrokersAndDatabases(BROKEN));
  }

  @Test
  void featuresDoNotImportEachOthersOperators() {
    featuresDoNotImportEachOthersOperators(HOME).check(JOB);
    assertFires(featuresDoNotImportEachOthersOperators(BROKEN));
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    noCircles(HOME).check(JOB);
    assertFires(noCircles(BROKEN));
  }

  private static final DescribedPredicate<JavaClass> IS_OPERATOR =
      describe(
          "are operators",
          type ->
              type.getPackageName().startsWith(HOME)
                  && !type.isInterface()
                  && (type.isAssignableTo(Function.class)
                      || type.isAssignableTo(StreamOperator.class)));

  private static ArchRule nothingImportsTheRoot(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root);
  }

  private static ArchRule onlyTheRootImportsTheOutlets(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root, root + ".outlet..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".outlet..");
  }

  private static ArchRule onlyTheOutletsKnowBrokersAndDatabases(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".outlet..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.apache.flink.connector.kafka..",
            "org.postgresql..",
            "java.sql..",
            "javax.sql..");
  }

  private static ArchRule featuresDoNotImportEachOthersOperators(String root) {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(root + ".*..")
        .should(
            new ArchCondition<JavaClass>("not depend on operators of other features") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(to -> IS_OPERATOR.test(to.getTargetClass()))
                    .filter(to -> !to.getTargetClass().getPackage().equals(type.getPackage()))
                    .forEach(
                        to -> events.add(SimpleConditionEvent.violated(type, to.getDescription())));
              }
            });
  }

  private static ArchRule noCircles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static void assertFires(ArchRule rule) {
    JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated (");
  }
}
