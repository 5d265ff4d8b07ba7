package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a resource's table.
 *
 * @param name exact spelling in bodies
 * @param access who may set it
 * @param check its bound
 * @param tidy what normalisation knows about it
 * @param traits what else is special
 * @param reference what its value is the id of, or null: a path of a {@link Resource} or a catalogue of {@link Tenant}
 * @param twinOf the member whose code or number it shows, or null (poweroffice-go-v2.md 7: ids win)
 * @param standard value when nothing is sent on create, or null
 * @param shape members of an object, or null
 */
record Member(
        String name,
        MemberType type,
        Access access,
        Check check,
        Tidy tidy,
        Set<Trait> traits,
        @Nullable String reference,
        @Nullable String twinOf,
        @Nullable JsonNode standard,
        @Nullable Shape shape) {

    /** Who may set a member; the contract's column C/P. */
    enum Access {
        READ_ONLY,
        CREATE,
        CREATE_AND_PATCH
    }

    /** Kinds of text and number that servers like to rewrite. */
    enum Tidy {
        PLAIN,
        EMAIL,
        PHONE,
        WEBSITE,
        ORGANIZATION_NUMBER
    }

    enum Trait {
        /** Refused when blank, on create and on PATCH. */
        REQUIRED,
        /** No two records of the resource have the same value. */
        UNIQUE,
        /** No two records of one owner have the same value. */
        UNIQUE_WITHIN_OWNER,
        /** A reference where −1 means none (poweroffice-go-v2.md 7). */
        NONE_IS_MINUS_ONE,
        /** Belongs to the contact: a change shows in its other roles. */
        SHARED,
        /** Reads show {@code hidden}. */
        MASKED,
        /** Reads show {@code Hidden}, a value of its list. */
        MASKED_AS_VALUE,
        /** Null inherits from the product group, which reads may show. */
        INHERITED,
        /** Shown behind the code of the parent. */
        BELOW_PARENT,
        /** Never shown. */
        WRITE_ONLY
    }

    private static final Set<Trait> NO_TRAITS = Set.of();

    private static Member of(String name, MemberType type) {
        return new Member(
                name, type, Access.CREATE_AND_PATCH, Check.NONE, Tidy.PLAIN, NO_TRAITS, null, null, null, null);
    }

    static Member text(String name) {
        return of(name, MemberType.TEXT);
    }

    static Member text(String name, int maxLength) {
        return text(name).checked(Check.maxLength(maxLength));
    }

    static Member email(String name) {
        return text(name).tidy(Tidy.EMAIL);
    }

    static Member phone(String name) {
        return text(name).tidy(Tidy.PHONE);
    }

    static Member oneOf(String name, String... values) {
        return text(name).checked(Check.oneOf(values));
    }

    static Member integer(String name) {
        return of(name, MemberType.INTEGER);
    }

    static Member decimal(String name) {
        return of(name, MemberType.DECIMAL);
    }

    static Member flag(String name) {
        return of(name, MemberType.FLAG);
    }

    static Member flag(String name, boolean standard) {
        return flag(name).standard(BooleanNode.valueOf(standard));
    }

    static Member date(String name) {
        return of(name, MemberType.DATE);
    }

    static Member timestamp(String name) {
        return of(name, MemberType.TIMESTAMP).readOnly();
    }

    static Member uuid(String name) {
        return of(name, MemberType.UUID_TEXT);
    }

    static Member integers(String name) {
        return of(name, MemberType.INTEGERS);
    }

    static Member object(String name, Shape shape) {
        Member member = of(name, MemberType.OBJECT);
        return new Member(name, member.type, member.access, Check.NONE, Tidy.PLAIN, NO_TRAITS, null, null, null, shape);
    }

    Member readOnly() {
        return access(Access.READ_ONLY);
    }

    Member createOnly() {
        return access(Access.CREATE);
    }

    Member checked(Check newCheck) {
        return new Member(name, type, access, newCheck, tidy, traits, reference, twinOf, standard, shape);
    }

    Member tidy(Tidy newTidy) {
        return new Member(name, type, access, check, newTidy, traits, reference, twinOf, standard, shape);
    }

    Member with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Member(name, type, access, check, tidy, Set.copyOf(more), reference, twinOf, standard, shape);
    }

    Member references(String target) {
        return new Member(name, type, access, check, tidy, traits, target, twinOf, standard, shape);
    }

    /** Shows the code of what {@code idMember} refers to, and may stand for it on create. */
    Member twinOf(String idMember) {
        return new Member(name, type, Access.CREATE, check, tidy, traits, reference, idMember, standard, shape);
    }

    Member standard(JsonNode value) {
        return new Member(name, type, access, check, tidy, traits, reference, twinOf, value, shape);
    }

    Member standard(String value) {
        return standard(TextNode.valueOf(value));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    private Member access(Access newAccess) {
        return new Member(name, type, newAccess, check, tidy, traits, reference, twinOf, standard, shape);
    }
}
