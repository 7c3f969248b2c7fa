package io.chatledger.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is no room of the product: the lab, and what it and tests are built with. */
@AnalyzeClasses(
        packages = {"io.chatledger.lab", "io.chatledger.rig"},
        importOptions = DoNotIncludeTests.class)
class LabArchitectureTest {

    @ArchTest
    static final ArchRule noPackagesKnowEachOther =
            slices().matching("io.chatledger.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatTestsAreBuiltWithKnowsNoLab = noClasses()
            .that()
            .resideInAPackage("io.chatledger.rig..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.chatledger.lab..");
}
