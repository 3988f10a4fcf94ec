package dev.latchkey.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import java.util.List;

/**
 * Who may know whom, as rules over a root package, so that they can be tried on a house with
 * crooked walls.
 *
 * @param root {@code dev.latchkey}, or the crooked one
 */
record Walls(String root) {
    private static final String[] PLATFORM = {
        "java..", "javax.crypto..", "org.jspecify..", "com.github.benmanes.caffeine.."
    };

    List<ArchRule> rules() {
        return List.of(
                coreKnowsOnlyThePlatform(),
                theDoorKnowsNoProduct(),
                dialectsKnowTheCoreOnly(),
                dialectsDoNotKnowEachOther(),
                otherDoorsKnowNoDialect(),
                providersKnowTheCoreAndTheSettings(),
                onlyTheWiringKnowsProviders(),
                pagesDoNotKnowTheAdministration(),
                onlyTheWiringKnowsTheStore(),
                onlyTheWiringConstructs(),
                roomsHaveNoCycles(),
                nobodyLogsInAWayOfTheirOwn(),
                onlyTheCommandLinePrints());
    }

    private ArchRule coreKnowsOnlyThePlatform() {
        return classes()
                .that(in("core.."))
                .should()
                .onlyDependOnClassesThat(in("core..").or(resideInAnyPackage(PLATFORM)));
    }

    private ArchRule theDoorKnowsNoProduct() {
        return noClasses()
                .that(in("http.."))
                .should()
                .dependOnClassesThat(in("..").and(DescribedPredicate.not(in("http.."))));
    }

    private ArchRule dialectsKnowTheCoreOnly() {
        return noClasses()
                .that(in("dialect.."))
                .should()
                .dependOnClassesThat(in("store..", "pages..", "oidc..", "cli..", "mail.."));
    }

    private ArchRule dialectsDoNotKnowEachOther() {
        return slices().matching(root + ".dialect.(*)..").should().notDependOnEachOther();
    }

    private ArchRule otherDoorsKnowNoDialect() {
        return noClasses()
                .that(in("pages..", "oidc..", "cli..", "store..", "mail..", "config.."))
                .should()
                .dependOnClassesThat(in("dialect.."));
    }

    private ArchRule providersKnowTheCoreAndTheSettings() {
        return noClasses()
                .that(in("provider.."))
                .should()
                .dependOnClassesThat(
                        in("..").and(
                                        DescribedPredicate.not(
                                                in("provider..", "core..", "config.."))));
    }

    /** A kind of provider is one folder: everybody else sees what the core calls a provider. */
    private ArchRule onlyTheWiringKnowsProviders() {
        return noClasses()
                .that(in("..").and(DescribedPredicate.not(in("provider..").or(wiring()))))
                .should()
                .dependOnClassesThat(in("provider.."));
    }

    /** The administration is made of what the pages offer, a section for an entry of its menu. */
    private ArchRule pagesDoNotKnowTheAdministration() {
        return noClasses().that(in("pages")).should().dependOnClassesThat(in("pages.admin.."));
    }

    private ArchRule onlyTheWiringKnowsTheStore() {
        return noClasses()
                .that(in("..").and(DescribedPredicate.not(in("store..").or(wiring()))))
                .should()
                .dependOnClassesThat(in("store.."));
    }

    /**
     * Rules of the core are made in the core and by the wiring; records and refusals by everybody.
     */
    private ArchRule onlyTheWiringConstructs() {
        DescribedPredicate<JavaConstructorCall> makesARule =
                DescribedPredicate.describe(
                        "construct a rule of the core", call -> isRule(call.getTargetOwner()));
        return noClasses()
                .that(in("..").and(DescribedPredicate.not(in("core..").or(wiring()))))
                .should()
                .callConstructorWhere(makesARule);
    }

    private boolean isRule(JavaClass type) {
        return in("core..").test(type)
                && !type.isRecord()
                && !type.isAssignableTo(RuntimeException.class);
    }

    private ArchRule roomsHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule nobodyLogsInAWayOfTheirOwn() {
        return noClasses()
                .that(in(".."))
                .should()
                .accessClassesThat(resideInAPackage("java.util.logging.."));
    }

    private ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that(in("..").and(DescribedPredicate.not(in("cli..").or(wiring()))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    /** App and Main, and what they nest. */
    private DescribedPredicate<JavaClass> wiring() {
        return resideInAPackage(root).or(in("cli.."));
    }

    private DescribedPredicate<JavaClass> in(String... rooms) {
        String[] packages = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            packages[i] = rooms[i].equals("..") ? root + ".." : root + "." + rooms[i];
        }
        return resideInAnyPackage(packages);
    }
}
