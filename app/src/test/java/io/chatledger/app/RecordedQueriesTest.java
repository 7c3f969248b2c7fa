package io.chatledger.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.chatledger.query.ShowsNothingPersonal;
import io.chatledger.query.ShowsPersonalData;
import org.springframework.web.bind.annotation.GetMapping;

/** A new query is either on record or says that it shows nothing personal, so that nobody forgets to decide. */
@AnalyzeClasses(packages = "io.chatledger.query", importOptions = DoNotIncludeTests.class)
class RecordedQueriesTest {

    @ArchTest
    static final ArchRule whatShowsPersonalDataIsOnRecord = methods()
            .that()
            .areAnnotatedWith(GetMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(ShowsNothingPersonal.class)
            .should()
            .beAnnotatedWith(ShowsPersonalData.class)
            .orShould()
            .beAnnotatedWith(ShowsPersonalData.Several.class);
}
