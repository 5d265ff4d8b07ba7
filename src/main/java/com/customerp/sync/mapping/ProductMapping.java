package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.code;
import static com.customerp.sync.mapping.Rules.dec;
import static com.customerp.sync.mapping.Rules.enumeration;
import static com.customerp.sync.mapping.Rules.flag;
import static com.customerp.sync.mapping.Rules.gtin;
import static com.customerp.sync.mapping.Rules.text;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import java.util.Optional;

/** product ↔ Products (mapping.md 6). PowerOffice has no key slot here: the code does its work. */
public final class ProductMapping {
    private static final Field NUMBER = both("productNumber", "/Code", "string ≤ 100", code(100), Trait.REQUIRED);
    private static final Field GTIN = both("gtin", "/Gtin", "string", gtin());

    private ProductMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.PRODUCT)
                .fields(
                        NUMBER,
                        both("name", "/Name", "string ≤ 400", text(400), Trait.REQUIRED),
                        both("description", "/Description", "string", text(4000)),
                        both("type", "/ProductType", "enum ProductType", enumeration(EnumTables.PRODUCT_TYPE)),
                        both("salesPrice", "/UnitPrice", "double", dec()),
                        both("costPrice", "/UnitCost", "double", dec()),
                        both(
                                "unitCode",
                                "/UnitOfMeasureCode",
                                "enum UnitOfMeasureType",
                                enumeration(EnumTables.UNIT_CODE)),
                        GTIN,
                        both("isStockItem", "/IsStockItem", "boolean", flag(false)),
                        both("stockOnHand", "/StockOnHand", "double", dec(), Trait.UPDATE_ONLY, Trait.NEVER_CLEARED),
                        both("isArchived", "/IsArchived", "boolean", flag(false), Trait.OWN_PATCH, Trait.UPDATE_ONLY))
                .keys(
                        MatchKey.of(NUMBER, "codes", MatchKey.Scope.UNIQUE)
                                .anyCase()
                                .agreeing(Codes::exactly),
                        MatchKey.of(GTIN, null, MatchKey.Scope.UNIQUE_ON_BOTH_SIDES))
                .rules(
                        Codes.inPowerOffice("productNumber"),
                        Codes.free(
                                Entity.PRODUCT,
                                "productNumber",
                                "codes",
                                draft -> Optional.of(
                                        draft.merged("productNumber").asText().trim())),
                        ProductMapping::stockOfStockItems)
                .archivedBy(Map.of("isArchived", BooleanNode.TRUE))
                .refusals(
                        Refusal.of(
                                "account",
                                "productNumber",
                                Reason.REFUSED,
                                "set a default sales account in PowerOffice"),
                        Refusal.of(
                                "code\\b.*\\b(use|used|taken|exists?|unique|duplicate)", "productNumber", Reason.TAKEN),
                        Refusal.of("archiv", "isArchived", Reason.REFUSED))
                .bulkField("productNumber")
                .build();
    }

    /** PowerOffice keeps stock of stock items only (mapping.md 6.5). */
    private static void stockOfStockItems(Draft draft) {
        if (draft.target("stockOnHand").isPresent()
                && !draft.merged("isStockItem").asBoolean()) {
            draft.hold(
                    "stockOnHand",
                    Problem.of(Reason.NOT_ALLOWED, "stockOnHand", "stock is kept only while isStockItem is true"));
        }
    }
}
