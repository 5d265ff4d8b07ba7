package com.customerp.sync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.customerp.sync.webhook.WebhookSignature;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Dependencies point inwards, and the core knows neither the world nor the time (conventions.md). */
@AnalyzeClasses(packages = "com.customerp.sync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_INWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("function")
            .definedBy("com.customerp.sync.function..")
            .layer("webhook")
            .definedBy("com.customerp.sync.webhook..")
            .layer("systems")
            .definedBy("com.customerp.sync.customerp..", "com.customerp.sync.poweroffice..")
            .layer("http")
            .definedBy("com.customerp.sync.http..")
            .layer("core")
            .definedBy("com.customerp.sync.sync..")
            .layer("link")
            .definedBy("com.customerp.sync.link..")
            .layer("mapping")
            .definedBy("com.customerp.sync.mapping..")
            .whereLayer("function")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("function")
            .whereLayer("systems")
            .mayOnlyBeAccessedByLayers("function")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("systems", "function")
            .whereLayer("core")
            .mayOnlyBeAccessedByLayers("systems", "http", "function")
            .whereLayer("link")
            .mayOnlyBeAccessedByLayers("core", "systems", "function");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_SDK_AND_NO_HTTP = noClasses()
            .that()
            .resideInAnyPackage("com.customerp.sync.sync..", "com.customerp.sync.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "jakarta..", "io.quarkus..", "io.vertx..", "java.net..");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_HANDED_IN = noClasses()
            .that()
            .resideOutsideOfPackage("com.customerp.sync.function..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule THE_SYSTEMS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("com.customerp.sync.customerp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.customerp.sync.poweroffice..");

    /** How long a comparison takes must not tell how much of a signature was right. */
    @ArchTest
    static final ArchRule SIGNATURES_ARE_COMPARED_IN_CONSTANT_TIME = theClass(WebhookSignature.class)
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule NO_BYTES_OF_A_WEBHOOK_ARE_COMPARED_OTHERWISE = noClasses()
            .that()
            .resideInAPackage("com.customerp.sync.webhook..")
            .should()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class);
}
