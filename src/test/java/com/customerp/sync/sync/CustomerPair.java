package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.CustomerMapping;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A linked pair of customers that agree in every field (mapping.md 11.1), to be edited by a test and decided. */
final class CustomerPair {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMERP = """
            {"id":"C-1001","customerNumber":"10042","name":"Fjord Bygg AS","isPerson":false,"firstName":null,"lastName":null,
             "organizationNumber":"987654325","email":"post@fjordbygg.example","invoiceEmail":"faktura@fjordbygg.example",
             "phone":"+47 22 00 00 01","website":"https://fjordbygg.example",
             "address":{"line1":"Kaigata 1","line2":null,"postalCode":"5003","city":"Bergen","countryCode":"NO"},
             "currencyCode":"NOK","discountPercent":5,"isVatExempt":false,"invoiceDelivery":"pdfByEmail",
             "salesPersonId":"E-7","isArchived":false}""";
    private static final String POWEROFFICE = """
            {"Id":20550001,"ExternalImportReference":"customerp:C-1001","Number":10042,"Name":"Fjord Bygg AS","IsPerson":false,
             "OrganizationNumber":"987654325","EmailAddress":"post@fjordbygg.example","InvoiceEmailAddress":"faktura@fjordbygg.example",
             "PhoneNumber":"+4722000001","WebsiteUrl":"https://fjordbygg.example",
             "MailAddress":{"AddressLine1":"Kaigata 1","ZipCode":"5003","City":"Bergen","CountryCode":"NO"},
             "CurrencyCode":"NOK","Allowance":5.0,"IsVatFree":false,"InvoiceDeliveryType":"PdfByEmail",
             "SalesPersonEmployeeId":20550300,"IsArchived":false}""";

    final ObjectNode customerp = json(CUSTOMERP);
    final ObjectNode powerOffice = json(POWEROFFICE);
    String customerpVersion = "2026-03-02T09:15:30.123Z";
    String powerOfficeVersion = "2026-03-02T09:15:00.000000000Z";
    ConflictPolicy conflict = ConflictPolicy.NEWEST;
    DeletePolicy delete = DeletePolicy.ARCHIVE;
    References references = CustomerPair::employee;
    Facts facts = Facts.none();
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private Link link;

    CustomerPair() {
        this(CustomerMapping.create());
    }

    CustomerPair(Mapping mapping) {
        this.mapping = mapping;
        this.bookkeeping = new Bookkeeping(mapping, new Fingerprints(new byte[32]));
        this.link = settle();
    }

    /** Takes what both sides show now as their bases. */
    CustomerPair settled() {
        link = settle();
        return this;
    }

    private Link settle() {
        Map<String, Bases> bases = new HashMap<>();
        for (Field field : mapping.fields()) {
            bases.put(
                    field.name(),
                    bookkeeping.bases(
                            field, field.read(Side.CUSTOMERP, customerp), field.read(Side.POWEROFFICE, powerOffice)));
        }
        return Link.unknown(Entity.CUSTOMER, "C-1001")
                .change()
                .powerOfficeId("20550001")
                .state(State.LINKED)
                .slotWritten(true)
                .bases(bases)
                .build();
    }

    /** Sets a field by its name in the mapping, in the form of the side; JSON text. */
    CustomerPair set(Side side, String field, String value) {
        JsonPointer path = mapping.field(field).pointer(side);
        ObjectNode body = side == Side.CUSTOMERP ? customerp : powerOffice;
        if (body.path(path.head().toString().replace("/", "")).isNull()) {
            body.remove(path.head().toString().replace("/", ""));
        }
        Bodies.set(body, path, tree(value));
        return this;
    }

    CustomerPair neverCompared() {
        link = link.change().withoutBases(link.bases().keySet()).build();
        return this;
    }

    /** These fields have not been compared before. */
    CustomerPair forgetting(String... fields) {
        link = link.change().withoutBases(Set.of(fields)).build();
        return this;
    }

    CustomerPair withoutLink() {
        link = Link.unknown(Entity.CUSTOMER, "C-1001");
        return this;
    }

    CustomerPair link(Link other) {
        link = other;
        return this;
    }

    Link link() {
        return link;
    }

    Plan decide() {
        return decide(record(Side.CUSTOMERP), record(Side.POWEROFFICE));
    }

    Plan decide(@Nullable RemoteRecord c, @Nullable RemoteRecord p) {
        return new Decider(mapping, bookkeeping, new Policy(conflict, delete, false), references, facts)
                .decide(link, c, p);
    }

    RemoteRecord record(Side side) {
        return side == Side.CUSTOMERP
                ? new RemoteRecord("C-1001", customerp, "\"e1\"", customerpVersion, false)
                : new RemoteRecord("20550001", powerOffice, null, powerOfficeVersion, false);
    }

    /** What a plan writes to a side: field name to JSON text. */
    static Map<String, String> written(Plan plan, Side side) {
        Map<String, String> values = new HashMap<>();
        plan.effects().stream()
                .filter(effect -> effect.side() == side)
                .flatMap(effect -> effect.carried().stream())
                .forEach(carry -> values.put(carry.field().name(), carry.value().toString()));
        return values;
    }

    static ObjectNode json(String text) {
        return (ObjectNode) tree(text);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Optional<String> employee(Entity entity, Side side, String id) {
        Map<String, String> known = side == Side.CUSTOMERP
                ? Map.of("E-7", "20550300", "E-8", "20550301")
                : Map.of("20550300", "E-7", "20550301", "E-8");
        return Optional.ofNullable(known.get(id));
    }
}
