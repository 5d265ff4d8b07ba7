package com.customerp.sync.poweroffice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * PowerOffice Go API v2 over HTTP (poweroffice-go-v2.md); its collections look alike. Bodies go and come as text,
 * because an answer may be anything; the default exception mapper is off, so every status is an answer. Query values are
 * encoded whole: {@code +} goes as {@code %2B}, {@code :} as {@code %3A}.
 */
@Path("/")
@RegisterRestClient(configKey = "poweroffice")
@Produces("application/json")
public interface PowerOfficeApi {

    /** The header that goes with every call, token requests included. */
    String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";

    /** A page of a collection; 204 when no row matches. */
    @GET
    @Path("{collection}")
    Response list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath String collection,
            @RestQuery Map<String, String> query);

    /** One record. */
    @GET
    @Path("{collection}/{id}")
    Response read(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath String collection,
            @RestPath String id);

    /** Creates a record. */
    @POST
    @Path("{collection}")
    @Consumes("application/json")
    Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath String collection,
            String body);

    /** Changes members of a record by an array of RFC 6902 operations. */
    @PATCH
    @Path("{collection}/{id}")
    @Consumes("application/json-patch+json")
    Response patch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath String collection,
            @RestPath String id,
            String body);
}
