package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of value is compared and carried: one row of the table in mapping.md 1.3. Implementations are immutable
 * and hold no state. A missing member and a JSON null are the same ({@code MissingNode}, {@code NullNode}).
 */
public interface ValueRule {

    /**
     * The form in which values are compared and fingerprinted: two values are equal when their canonical forms are.
     *
     * @return null when there is no value; never throws: a value that cannot be mapped has its raw text as its form
     */
    @Nullable
    String canonical(Side side, JsonNode value);

    /**
     * The value in the form that {@code target} takes.
     *
     * @param target the side that is written
     * @param value the value as the other side shows it
     * @return JSON null when there is no value
     * @throws InvalidValueException when the value breaks a bound; it is never cut, guessed or replaced
     * @throws UnresolvedReferenceException when a reference names a record that is not linked
     */
    JsonNode write(Side target, JsonNode value, References references);

    /** What the value names, when it is a reference. */
    default Optional<Entity> reference() {
        return Optional.empty();
    }

    /**
     * Whether a server may have made {@code shown} of {@code sent} by itself (mapping.md 10). Both are in the form of
     * the same side. Equal values always are.
     */
    default boolean tolerates(Side side, JsonNode sent, JsonNode shown) {
        return Objects.equals(canonical(side, sent), canonical(side, shown));
    }
}
