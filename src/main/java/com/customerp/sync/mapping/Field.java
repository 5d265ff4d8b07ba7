package com.customerp.sync.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping table: everything that needs to know about a field reads it here.
 *
 * @param name CustomERP's property with dots, for example {@code address.city}; also the name in bases, notices and logs
 * @param powerOfficePath PowerOffice's property, for example {@code /MailAddress/City}
 * @param powerOfficeType PowerOffice's type, for people
 * @param direction which way it is carried
 * @param rule how it is compared and converted
 * @param traits what is special about it
 * @param applies whether the record has this field at all, for example names of persons; asked of the merged record
 * @param alike whether both sides hold the same although they show it differently; asked of what they show
 */
public record Field(
        String name,
        String powerOfficePath,
        String powerOfficeType,
        Direction direction,
        ValueRule rule,
        Set<Trait> traits,
        Predicate<Draft> applies,
        Predicate<Draft> alike) {

    public Field {
        traits = Set.copyOf(traits);
    }

    /** A field that is carried both ways and that every record has. */
    public static Field both(
            String name, String powerOfficePath, String powerOfficeType, ValueRule rule, Trait... traits) {
        EnumSet<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return new Field(
                name, powerOfficePath, powerOfficeType, Direction.BOTH, rule, set, draft -> true, draft -> false);
    }

    /** The same field, only for records of which this holds. */
    public Field when(Predicate<Draft> condition) {
        return new Field(name, powerOfficePath, powerOfficeType, direction, rule, traits, condition, alike);
    }

    /** The same field, which both sides may show differently and yet hold the same. */
    public Field alikeWhen(Predicate<Draft> condition) {
        return new Field(name, powerOfficePath, powerOfficeType, direction, rule, traits, applies, condition);
    }

    /** The same field, carried to CustomERP only. */
    public Field toCustomerp() {
        return new Field(name, powerOfficePath, powerOfficeType, Direction.TO_CUSTOMERP, rule, traits, applies, alike);
    }

    /** Where the value stands in the body of a side. */
    public JsonPointer pointer(Side side) {
        return JsonPointer.compile(side == Side.POWEROFFICE ? powerOfficePath : "/" + name.replace('.', '/'));
    }

    /** The value that a side shows; a missing node when it shows none. */
    public JsonNode read(Side side, JsonNode body) {
        return body.at(pointer(side));
    }

    /** The value in the form in which it is compared and fingerprinted, or null. */
    public @Nullable String canonical(Side side, JsonNode body) {
        return rule.canonical(side, read(side, body));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
