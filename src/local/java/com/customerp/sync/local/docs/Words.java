package com.customerp.sync.local.docs;

import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Trait;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the document says beyond the tables, in words. Everything is keyed by names of the tables. */
final class Words {

    /** When a field is carried at all, by entity and field. */
    static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("customer.name", "companies only"),
            Map.entry("customer.firstName", "persons only"),
            Map.entry("customer.lastName", "persons only"),
            Map.entry("customer.invoiceDelivery", "avtaleGiro and eFaktura are set in PowerOffice only"),
            Map.entry("product.stockOnHand", "while isStockItem is true"),
            Map.entry("project.projectNumber", "PowerOffice shows a subproject behind its parent's code and a dot"),
            Map.entry("project.fixedPrice", "while billingMethod is fixedPrice"),
            Map.entry("order.customerReference", "while the order has no contact in PowerOffice"),
            Map.entry("order.status", "invoiced is set by PowerOffice only, and ends the order"),
            Map.entry("order.quantity", "lines with a product only"),
            Map.entry("order.unitPrice", "lines with a product only"),
            Map.entry("order.unitCost", "lines with a product only"),
            Map.entry("order.discountPercent", "lines with a product only"),
            Map.entry("order.unitCode", "lines with a product only"));

    /** What a match key looks at beside its value, by entity and key. */
    static final Map<String, String> KEYS = Map.of(
            "customer.organizationNumber", "at least six digits",
            "customer.email", "the name is the same too, and no two different organization numbers are known",
            "contact.id", "below the linked customer; anywhere else it is a contradiction",
            "contact.email", "below the linked customer only",
            "product.productNumber", "a code that differs only in letter case is left to a person",
            "project.projectNumber", "the code with its parent's before it, below the same parent",
            "project.projectNumber alone", "a code below another parent is left to a person",
            "order.orderNumber", "of the same customer");

    private static final Map<MatchKey.Scope, String> SCOPES = Map.of(
            MatchKey.Scope.UNIQUE, "it is found once, and not linked elsewhere",
            MatchKey.Scope.UNIQUE_ON_BOTH_SIDES, "no other record of either system has it",
            MatchKey.Scope.UNLINKED, "one record without a link has it");

    private static final Map<Trait, String> TRAITS = Map.of(
            Trait.REQUIRED, "required",
            Trait.NEVER_CLEARED, "cannot be cleared from CustomERP",
            Trait.UPDATE_ONLY, "not set when the record is created",
            Trait.FIXED, "fixed once the record is created",
            Trait.WAITED_FOR, "the record waits until it is linked",
            Trait.EXCLUSIVE, "one record of each customer has it");

    private Words() {}

    /** PowerOffice's name of a pair's records. */
    static String inPowerOffice(Entity entity) {
        return Resource.of(entity).path();
    }

    /** What is special about a field; empty when nothing is. */
    static String note(Entity entity, Field field) {
        Stream<String> traits =
                Stream.of(Trait.values()).filter(field::is).map(TRAITS::get).filter(Objects::nonNull);
        return Stream.of(
                        field.rule().reference().map(to -> "the linked " + to.key()).stream(),
                        Stream.ofNullable(CONDITIONS.get(entity.key() + "." + field.name())),
                        traits)
                .flatMap(part -> part)
                .collect(Collectors.joining("; "));
    }

    /** When a key makes a link. */
    static String note(Entity entity, MatchKey key) {
        String scope = Objects.requireNonNull(SCOPES.get(key.scope()));
        String more = KEYS.get(entity.key() + "." + key.name());
        return more == null ? scope : scope + "; " + more;
    }
}
