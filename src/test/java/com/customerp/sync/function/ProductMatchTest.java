package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which product of PowerOffice is the one of CustomERP (mapping.md 6.2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ProductMatchTest extends PairScenario {
    private static final String P = "PR-300";
    private static final String BEAM =
            "{'productNumber':'BEAM-6M','name':'Bjelke','unitCode':'EA','gtin':'7044610000015'}";

    @Override
    Entity entity() {
        return Entity.PRODUCT;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            code              | {'Code':'BEAM-6M','Name':'Annet navn'}
            gtin              | {'Code':'ANNEN','Name':'Annet navn','Gtin':'7044610000015'}
            gtin of 14 digits | {'Code':'ANNEN','Name':'Annet navn','Gtin':'07044610000015'}
            """)
    void oneKeyAloneLinks(String key, String there) {
        String existing = createInPowerOffice(entity(), there);
        born(P, BEAM);
        assertLinked(P, existing);
        assertEquals(1, allInPowerOffice(entity()).size());
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void aProductWithNoKeyInCommonIsCreated() {
        createInPowerOffice(entity(), "{'Code':'ANNEN','Name':'Bjelke','Gtin':'7044610000022'}");
        born(P, BEAM);
        assertLinked(P);
        assertEquals(2, allInPowerOffice(entity()).size());
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            another letter case | productNumber | {'Code':'Beam-6m','Name':'En'}                          |
            the same code twice | productNumber | {'Code':'BEAM-6M','Name':'En'}                          | {'Code':'BEAM-6M','Name':'To'}
            the same gtin twice | gtin          | {'Code':'EN','Name':'En','Gtin':'7044610000015'}        | {'Code':'TO','Name':'To','Gtin':'07044610000015'}
            """)
    void whatCouldBeSeveralIsAmbiguous(String what, String field, String first, String second) {
        List<String> candidates = Stream.of(first, second)
                .filter(Objects::nonNull)
                .map(members -> createInPowerOffice(entity(), members))
                .toList();
        born(P, BEAM);
        assertParked(P, "ambiguous", field, candidates.toArray(String[]::new));
        assertWrites(0, 0);
        full(entity());
        assertWrites(0, 0);
    }

    @Test
    void theCodeOfAProductThatIsLinkedIsTaken() {
        linked("PR-1", BEAM);
        edit(entity(), "PR-1", "{'productNumber':'BEAM-5M'}");
        webhooksAreLost();
        born(P, BEAM);
        assertParked(P, "taken", "productNumber", keyOf(entity(), "PR-1"));
        assertWrites(0, 0);
    }

    @Test
    void aCodeInAnotherLetterCaseIsAmbiguousAlsoWhenItsProductIsLinked() {
        linked("PR-1", BEAM.replace("BEAM-6M", "Beam-6m"));
        born(P, "{'productNumber':'BEAM-6M','name':'Bjelke'}");
        assertParked(P, "ambiguous", "productNumber", keyOf(entity(), "PR-1"));
        assertWrites(0, 0);
    }

    @Test
    void aGtinOfAProductWhoseCodeIsAnothersIsAContradiction() {
        String existing = createInPowerOffice(entity(), "{'Code':'PLANK','Name':'En','Gtin':'7044610000015'}");
        create(entity(), "PR-310", "{'productNumber':'PLANK','name':'Planke'}");
        webhooksAreLost();
        born(P, BEAM);
        assertParked(P, "contradiction", "productNumber", existing);
        assertWrites(0, 0);
    }
}
