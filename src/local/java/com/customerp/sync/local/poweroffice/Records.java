package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Stores records with keys and times, however they were made: through the API or by a user. */
final class Records {
    private static final long FIRST_CONTACT = 20_550_001;
    private static final Map<Resource, Long> FIRST = Map.of(
            Resource.CONTACT_PERSONS, 7_700_001L,
            Resource.PRODUCTS, 7_100_001L,
            Resource.PROJECTS, 5_500_001L);
    private static final long FIRST_ADDRESS = 880_001;
    private static final long FIRST_ACCOUNT = 990_001;

    private final Tenant tenant;

    Records(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Stores a new record under a new key. */
    ObjectNode insert(Resource resource, ObjectNode row) {
        return insert(resource, row, newKey(resource), tenant.timestamp());
    }

    /** Stores a new record under a given key, as another role of a contact made at {@code contactCreated}. */
    ObjectNode insert(Resource resource, ObjectNode row, JsonNode key, String contactCreated) {
        String now = tenant.timestamp();
        row.set("Id", key);
        for (Member member : resource.shape().members()) {
            if (member.type() == MemberType.TIMESTAMP) {
                row.put(member.name(), member.name().equals(Tables.CONTACT_CREATED) ? contactCreated : now);
            }
        }
        if (resource.isContactRole()) {
            row.put("SubledgerAccountId", tenant.nextKey("account", FIRST_ACCOUNT));
        }
        completeAddress(resource, row, now);
        if (resource == Resource.PRODUCTS) {
            Stock.complete(null, row, now);
        }
        resource.rules().ifPresent(rules -> rules.fill(tenant, row));
        return store(resource, row);
    }

    /** Stores a changed record; change times move by what changed (poweroffice-go-v2.md 5). */
    ObjectNode update(Resource resource, ObjectNode before, ObjectNode after) {
        String now = tenant.timestamp();
        boolean addressHasTime = completeAddress(resource, after, now);
        JsonNode oldAddress = before.path(Tables.MAIL_ADDRESS);
        JsonNode newAddress = after.path(Tables.MAIL_ADDRESS);
        if (addressHasTime && !newAddress.equals(oldAddress)) {
            ((ObjectNode) newAddress).put(Tables.CHANGED, now);
        }
        if (resource == Resource.PRODUCTS) {
            Stock.complete(before, after, now);
        }
        if (!own(before, addressHasTime).equals(own(after, addressHasTime))) {
            after.put(Tables.CHANGED, now);
        }
        shareWithOtherRoles(resource, before, after, now);
        return store(resource, after);
    }

    void remove(Resource resource, String id) {
        ObjectNode row = tenant.store(resource).read(id).orElseThrow();
        tenant.store(resource).remove(id, tenant.moment());
        resource.rules().ifPresent(rules -> rules.removed(tenant, row));
    }

    private JsonNode newKey(Resource resource) {
        if (resource.isContactRole()) {
            return LongNode.valueOf(tenant.nextKey("contact", FIRST_CONTACT));
        }
        if (resource.hasTextKeys()) {
            String name = resource.path() + "/" + tenant.nextKey(resource.path(), 1);
            return TextNode.valueOf(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString());
        }
        return LongNode.valueOf(tenant.nextKey(resource.path(), FIRST.get(resource)));
    }

    private ObjectNode store(Resource resource, ObjectNode row) {
        resource.rules().ifPresent(rules -> rules.compute(tenant, row));
        tenant.store(resource).put(row.path("Id").asText(), row, tenant.moment());
        if (resource.isContactRole()) {
            tenant.numbers().given(Numbers.typeOf(resource), row.path(Numbers.NUMBER));
        }
        resource.rules().ifPresent(rules -> rules.stored(tenant, row));
        return row;
    }

    private static ObjectNode own(ObjectNode row, boolean withoutAddress) {
        ObjectNode own = row.deepCopy().without(Stock.MEMBERS);
        return withoutAddress ? own.without(Tables.MAIL_ADDRESS) : own;
    }

    /** Gives a new address its key, time and country; says whether addresses here have a time of their own. */
    private boolean completeAddress(Resource resource, ObjectNode row, String now) {
        if (!(row.path(Tables.MAIL_ADDRESS) instanceof ObjectNode address)) {
            return false;
        }
        Shape shape = resource.shape().member(Tables.MAIL_ADDRESS).orElseThrow().shape();
        boolean hasTime = shape.member(Tables.CHANGED).isPresent();
        if (hasTime && address.path("Id").isMissingNode()) {
            address.put("Id", tenant.nextKey("address", FIRST_ADDRESS)).put(Tables.CHANGED, now);
        }
        return hasTime;
    }

    private void shareWithOtherRoles(Resource resource, ObjectNode before, ObjectNode after, String now) {
        Map<Resource, ObjectNode> roles =
                tenant.otherRoles(resource, after.path("Id").asText());
        roles.forEach((role, row) -> {
            ObjectNode changed = row.deepCopy();
            for (Member member : resource.shape().members()) {
                JsonNode value = after.path(member.name());
                if (member.is(Trait.SHARED) && !value.equals(before.path(member.name()))) {
                    changed.set(member.name(), value);
                }
            }
            if (!changed.equals(row)) {
                store(role, changed.put(Tables.CHANGED, now));
            }
        });
    }
}
