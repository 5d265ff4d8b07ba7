package com.customerp.sync.history;

import com.customerp.sync.local.http.Response;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A simulator's answer as the REST client would hand it over: status, headers and text, all that the sync asks for. */
final class PlainResponse extends jakarta.ws.rs.core.Response {
    private final Response answer;

    PlainResponse(Response answer) {
        this.answer = answer;
    }

    @Override
    public int getStatus() {
        return answer.status();
    }

    @Override
    public MultivaluedMap<String, String> getStringHeaders() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        answer.headers().forEach(headers::putSingle);
        return headers;
    }

    @Override
    public boolean hasEntity() {
        return answer.body().length > 0;
    }

    @Override
    public <T> T readEntity(Class<T> type) {
        return type.cast(answer.text());
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static UnsupportedOperationException notAskedFor() {
        return new UnsupportedOperationException("the sync does not ask for this");
    }

    @Override
    public StatusType getStatusInfo() {
        throw notAskedFor();
    }

    @Override
    public Object getEntity() {
        throw notAskedFor();
    }

    @Override
    public <T> T readEntity(GenericType<T> type) {
        throw notAskedFor();
    }

    @Override
    public <T> T readEntity(Class<T> type, Annotation[] annotations) {
        throw notAskedFor();
    }

    @Override
    public <T> T readEntity(GenericType<T> type, Annotation[] annotations) {
        throw notAskedFor();
    }

    @Override
    public boolean bufferEntity() {
        throw notAskedFor();
    }

    @Override
    public MediaType getMediaType() {
        throw notAskedFor();
    }

    @Override
    public Locale getLanguage() {
        throw notAskedFor();
    }

    @Override
    public int getLength() {
        throw notAskedFor();
    }

    @Override
    public Set<String> getAllowedMethods() {
        throw notAskedFor();
    }

    @Override
    public Map<String, NewCookie> getCookies() {
        throw notAskedFor();
    }

    @Override
    public EntityTag getEntityTag() {
        throw notAskedFor();
    }

    @Override
    public Date getDate() {
        throw notAskedFor();
    }

    @Override
    public Date getLastModified() {
        throw notAskedFor();
    }

    @Override
    public URI getLocation() {
        throw notAskedFor();
    }

    @Override
    public Set<Link> getLinks() {
        throw notAskedFor();
    }

    @Override
    public boolean hasLink(String relation) {
        throw notAskedFor();
    }

    @Override
    public Link getLink(String relation) {
        throw notAskedFor();
    }

    @Override
    public Link.Builder getLinkBuilder(String relation) {
        throw notAskedFor();
    }

    @Override
    public MultivaluedMap<String, Object> getMetadata() {
        throw notAskedFor();
    }

    @Override
    public String getHeaderString(String name) {
        throw notAskedFor();
    }
}
