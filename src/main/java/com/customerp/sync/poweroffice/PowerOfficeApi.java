package com.customerp.sync.poweroffice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
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
 * encoded whole: {@code +} goes as {@code %2B}, {@code :} as {@code %3A}. Paths are put together by {@link Resource} from
 * ids that need no encoding.
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

    /** What an address holds. */
    @GET
    @Path("{path: .+}")
    Response read(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath @Encoded String path);

    /** Creates a record or a line. */
    @POST
    @Path("{path: .+}")
    @Consumes("application/json")
    Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath @Encoded String path,
            String body);

    /** Changes members of a record or a line by an array of RFC 6902 operations. */
    @PATCH
    @Path("{path: .+}")
    @Consumes("application/json-patch+json")
    Response patch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath @Encoded String path,
            String body);

    /** Deletes a record or a line. */
    @DELETE
    @Path("{path: .+}")
    Response delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SUBSCRIPTION_KEY) String subscriptionKey,
            @RestPath @Encoded String path);
}
