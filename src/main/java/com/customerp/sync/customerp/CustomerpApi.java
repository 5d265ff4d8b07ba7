package com.customerp.sync.customerp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jspecify.annotations.Nullable;

/**
 * CustomERP over HTTP (customerp.openapi.yaml); the six collections look alike. Bodies go and come as text, because an
 * answer may be anything; the default exception mapper is off, so every status is an answer.
 */
@Path("/")
@RegisterRestClient(configKey = "customerp")
@Produces({"application/json", "application/problem+json"})
public interface CustomerpApi {

    /** A page of a collection. */
    @GET
    @Path("{collection}")
    Response list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String collection,
            @RestQuery Map<String, String> query);

    /** One record, with its ETag. */
    @GET
    @Path("{collection}/{id}")
    Response read(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String collection,
            @RestPath String id);

    /** Creates a record; the same key and body again create nothing. */
    @POST
    @Path("{collection}")
    @Consumes("application/json")
    Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @RestPath String collection,
            String body);

    /** Changes members of a record by an RFC 7396 merge patch; {@code etag} null: whatever its version. */
    @PATCH
    @Path("{collection}/{id}")
    @Consumes("application/merge-patch+json")
    Response patch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag,
            @RestPath String collection,
            @RestPath String id,
            String body);

    /** Deletes a record. */
    @DELETE
    @Path("{collection}/{id}")
    Response delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String collection,
            @RestPath String id);
}
