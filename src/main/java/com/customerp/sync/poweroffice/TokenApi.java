package com.customerp.sync.poweroffice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;

/** PowerOffice's token address (poweroffice-go-v2.md 2); the base address of the client is the whole of it. */
@Path("")
@RegisterRestClient(configKey = "poweroffice-token")
public interface TokenApi {

    /** Asks for a token; {@code grantType} is {@code client_credentials}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String basic,
            @HeaderParam(PowerOfficeApi.SUBSCRIPTION_KEY) String subscriptionKey,
            @RestForm("grant_type") String grantType);
}
