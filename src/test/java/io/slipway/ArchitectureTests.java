package io.slipway;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.stereotype.Controller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packages use each other as their descriptions say, and only one knows the engine.
 */
class ArchitectureTests {

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.slipway");
    }

    @Test
    void modulesUseOnlyWhatTheyMayUse() {
        ApplicationModules modules = ApplicationModules.of(SlipwayApplication.class);
        assertThat(modules.stream()).hasSizeGreaterThan(10);
        modules.verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules")).writeDocumentation();
    }

    @Test
    void onlyTheSeamKnowsTheEngine() {
        ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("io.slipway.workflow..", "..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .check(classes);
    }

    @Test
    void delegatesKnowTheirInterfaceOnly() {
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("..process..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are of the engine, but not its delegates' interface",
                    (type) -> type.getPackageName().startsWith("org.camunda")
                            && !type.getPackageName().equals("org.camunda.bpm.engine.delegate")))
            .check(classes);
    }

    @Test
    void delegatesAndControllersStayInTheirPackage() {
        ArchRuleDefinition.classes()
            .that()
            .resideInAnyPackage("..process..", "..web..")
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .check(classes);
    }

    @Test
    void noQueryIsStreamed() {
        DescribedPredicate<JavaMethodCall> streams = DescribedPredicate.describe(
                "stream the rows of a query, which hold their connection until somebody closes them",
                (call) -> isQuery(call.getTargetOwner())
                        && call.getTarget().getRawReturnType().isAssignableTo(Stream.class));
        ArchRuleDefinition.noClasses().should().callMethodWhere(streams).check(classes);
        ArchRuleDefinition.noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(Repository.class)
            .should()
            .haveRawReturnType(Stream.class)
            .check(classes);
    }

    @Test
    void connectionsComeFromTransactionsAndTemplates() {
        ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.slipway.database")
            .should()
            .callMethodWhere(DescribedPredicate.describe("open a connection of their own",
                    (call) -> call.getTarget().getRawReturnType().isAssignableTo(Connection.class)))
            .check(classes);
    }

    @Test
    void rowsBecomeRecordsByName() {
        ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("io.slipway.sql", "io.slipway.database")
            .should()
            .callMethodWhere(DescribedPredicate.describe("read a column of a result",
                    (call) -> call.getTargetOwner().isAssignableTo(ResultSet.class)
                            && call.getName().startsWith("get")))
            .check(classes);
    }

    @Test
    void formsLeaveTheirRulesToServices() {
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.validation..")
            .check(classes);
    }

    private static boolean isQuery(JavaClass type) {
        return Stream.of("org.springframework.jdbc", "jakarta.persistence", "org.hibernate")
            .anyMatch(type.getPackageName()::startsWith);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        ArchRuleDefinition.noFields().should().beAnnotatedWith(Autowired.class).check(classes);
    }

}
