package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the company sells, goods and services:
 *
 * <ul>
 *   <li>1 to 25 are in PowerOffice already, goods among the last ten with their GTIN and an old number, the
 *       others under their
 *       number (mapping.md 6.2);
 *   <li>26 is there in other letter case, 27 and 28 twice.
 * </ul>
 */
final class SampleProducts {
    static final int COUNT = 150;
    static final Expected EXPECTED = Expected.of(COUNT, 25, Map.of(Expected.AMBIGUOUS, 3));
    /** One that the first load cannot link. */
    static final int AMBIGUOUS = 26;

    private static final int BY_CODE = 15;
    private static final int BY_GTIN = 25;
    private static final int LAST_AMBIGUOUS = 28;
    private static final int SERVICE = 4;
    /** Of the goods, every so many-th is kept in stock. */
    private static final int STOCK = 15;

    private static final List<String> THINGS =
            List.of("Eksempelskrue", "Prøvehylle", "Testlampe", "Demobord", "Liksomkabel", "Fantasistol", "Utkastdør");
    private static final List<String> KINDS = List.of("liten", "stor", "blå", "rød", "ekstra", "enkel", "dobbel");

    private SampleProducts() {}

    static String id(int index) {
        return "PR-" + (300 + index);
    }

    /** The place of one that the first load links, for others to refer to. */
    static int sold(int index) {
        int unclear = LAST_AMBIGUOUS - BY_GTIN;
        int product = index % (COUNT - unclear) + 1;
        return product < AMBIGUOUS ? product : product + unclear;
    }

    /** The place of one that is in PowerOffice too. */
    static int inBoth(int index) {
        return index % BY_GTIN + 1;
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode product = product(index);
            if (index <= BY_GTIN) {
                company.inPowerOffice(Entity.PRODUCT, id(index), counterpart(index, product));
            } else if (index <= LAST_AMBIGUOUS) {
                unclear(company, index, product);
            }
            company.inCustomerp(Entity.PRODUCT, id(index), product);
        }
    }

    private static ObjectNode product(int index) {
        boolean service = index % SERVICE == 0;
        ObjectNode product = object().put("productNumber", "EKS-" + (1000 + index))
                .put("name", name(index))
                .put("type", service ? "service" : "product")
                .put("salesPrice", 100 + index * 7.5)
                .put("unitCode", service ? "HUR" : "EA");
        if (!service) {
            product.put("costPrice", 60 + index * 4.25);
            product.put("gtin", String.format(Locale.ROOT, "200000%07d", index));
        }
        if (index % STOCK == 0 && !service) {
            product.put("isStockItem", true).put("stockOnHand", index);
        }
        return product;
    }

    private static String name(int index) {
        return THINGS.get(index % THINGS.size()) + " " + KINDS.get(index / THINGS.size() % KINDS.size()) + " " + index;
    }

    private static ObjectNode counterpart(int index, ObjectNode product) {
        boolean found = index > BY_CODE && product.has("gtin");
        ObjectNode row = object().put("Name", product.path("name").asText());
        return found
                ? row.put("Gtin", product.path("gtin").asText()).put("Code", "GAMMEL-" + index)
                : row.put("Code", product.path("productNumber").asText());
    }

    private static void unclear(Seeding company, int index, ObjectNode product) {
        ObjectNode row = object().put("Name", product.path("name").asText());
        String number = product.path("productNumber").asText();
        if (index == AMBIGUOUS) {
            company.inPowerOffice(Entity.PRODUCT, id(index), row.put("Code", number.toLowerCase(Locale.ROOT)));
        } else {
            company.inPowerOffice(Entity.PRODUCT, id(index), row.put("Code", number));
            company.inPowerOffice(Entity.PRODUCT, id(index), row);
        }
    }
}
