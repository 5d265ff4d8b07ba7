package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.poweroffice.Quirk;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of mapping.md 11.1, request by request. */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerExampleTest extends CustomerScenario {
    private static final String C_1001 = """
            {"customerNumber":"10042","name":"Fjord Bygg AS","isPerson":false,"organizationNumber":"987654325","email":"post@fjordbygg.example",
             "invoiceEmail":"faktura@fjordbygg.example","phone":"+47 22 00 00 01","website":"https://fjordbygg.example",
             "address":{"line1":"Kaigata 1","postalCode":"5003","city":"Bergen","countryCode":"NO"},
             "currencyCode":"NOK","discountPercent":5,"isVatExempt":false,"invoiceDelivery":"pdfByEmail",
             "salesPersonId":"E-7"}""";

    private final Sent toPowerOffice = new Sent();
    private final Sent toCustomerp = new Sent();
    private String seller;

    @BeforeEach
    void prepare() {
        world.powerOffice().change(options -> options.with(Quirk.PHONE_WITHOUT_BLANKS));
        world.powerOffice().listen(toPowerOffice::note);
        world.customerp().listen(toCustomerp::note);
        world.customerp().seed(Entity.EMPLOYEE, "E-7", json("{\"firstName\":\"Selger\",\"lastName\":\"Eksempel\"}"));
        seller = world.powerOffice()
                .user()
                .create(Resource.EMPLOYEES, json("{\"FirstName\":\"Selger\",\"LastName\":\"Eksempel\"}"));
        world.links()
                .save(Link.unknown(Entity.EMPLOYEE, "E-7")
                        .change()
                        .powerOfficeId(seller)
                        .state(State.LINKED)
                        .build());
        full();
        assertEquals("C-1001", customer(C_1001));
        startNoting();
    }

    @Test
    void createdInCustomerp() {
        webhooksArrive();
        assertEquals("created", result(answers.get(0)));
        assertEquals(
                List.of(
                        Map.of("externalImportReference", List.of("customerp:C-1001")),
                        Map.of("customerNos", List.of("10042"))),
                toPowerOffice.searches("/v2/Customers"));
        Request post = toPowerOffice.only("POST");
        assertEquals("/v2/Customers", post.path());
        assertEquals("application/json", Sent.mediaType(post));
        Sent.assertBody("""
                {"ExternalImportReference":"customerp:C-1001","Number":10042,"Name":"Fjord Bygg AS","IsPerson":false,
                 "OrganizationNumber":"987654325","EmailAddress":"post@fjordbygg.example",
                 "InvoiceEmailAddress":"faktura@fjordbygg.example","PhoneNumber":"+47 22 00 00 01",
                 "WebsiteUrl":"https://fjordbygg.example",
                 "MailAddress":{"AddressLine1":"Kaigata 1","ZipCode":"5003","City":"Bergen","CountryCode":"NO"},
                 "CurrencyCode":"NOK","Allowance":5,"IsVatFree":false,"InvoiceDeliveryType":"PdfByEmail",
                 "SalesPersonEmployeeId":%s}""".formatted(seller), post);
        assertEquals("+4722000001", counterpart("C-1001").path("PhoneNumber").asText());
        assertEquals(0, customerpWrites(), "the phone has the same digits");
        startNoting();
        changes();
        assertEquals(1, toPowerOffice.all().size(), "the sync's own record is dropped");
        assertEquals(1, toCustomerp.all().size());
    }

    @Test
    void editedInCustomerp() {
        settle();
        editCustomerp("C-1001", "{\"phone\":\"+47 22 00 00 99\",\"discountPercent\":null}");
        webhooksArrive();
        String path = "/v2/Customers/" + link("C-1001").powerOfficeId();
        assertEquals(List.of("GET " + path, "PATCH " + path), toPowerOffice.lines());
        Request patch = toPowerOffice.only("PATCH");
        assertEquals("application/json-patch+json", Sent.mediaType(patch));
        Sent.assertBody("""
                [{"op":"replace","path":"/PhoneNumber","value":"+47 22 00 00 99"},
                 {"op":"replace","path":"/Allowance","value":null}]""", patch);
    }

    @Test
    void editedInPowerOffice() {
        settle();
        editPowerOffice(link("C-1001").powerOfficeId(), "{\"Name\":\"Fjord Bygg og Anlegg AS\"}");
        String etag = etagOfC1001();
        changes();
        Request list = toPowerOffice.all().get(0);
        assertEquals(
                Set.of("lastChangedDateTimeOffsetGreaterThan", "PageNumber", "PageSize"),
                list.query().keySet());
        assertEquals("1000", list.parameter("PageSize").orElseThrow());
        Request patch = toCustomerp.only("PATCH");
        assertEquals("/api/v1/customers/C-1001", patch.path());
        assertEquals("application/merge-patch+json", Sent.mediaType(patch));
        assertEquals(etag, patch.header("If-Match").orElse(""));
        Sent.assertBody("{\"name\":\"Fjord Bygg og Anlegg AS\"}", patch);
        startNoting();
        assertEquals("unchanged", result(webhooksArrive()));
        assertEquals(List.of(), toPowerOffice.lines(), "the echo asks PowerOffice nothing");
    }

    private void settle() {
        webhooksArrive();
        full();
        startNoting();
    }

    private String etagOfC1001() {
        Request read = Request.of("GET", "/api/v1/customers/C-1001")
                .with("Authorization", "Bearer " + CustomerpOptions.forTests().token());
        String etag = world.customerp().handle(read).header("ETag").orElseThrow();
        startNoting();
        return etag;
    }

    private void startNoting() {
        toPowerOffice.clear();
        toCustomerp.clear();
        forgetRequests();
    }
}
