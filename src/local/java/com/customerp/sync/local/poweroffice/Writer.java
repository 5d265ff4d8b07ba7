package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes records as an integration may (poweroffice-go-v2.md 6, 7, 10). */
final class Writer {
    private final Tenant tenant;
    private final Records records;
    private final Normaliser normaliser;

    Writer(Tenant tenant) {
        this.tenant = tenant;
        this.records = new Records(tenant);
        this.normaliser = new Normaliser(tenant::has);
    }

    /**
     * Creates a record.
     *
     * @param ownerId key in the address, or null when the resource has no owner
     * @throws Refusal 400 for what is wrong, 404 for a reference to what is not there
     */
    ObjectNode create(Resource resource, @Nullable JsonNode ownerId, JsonNode body) {
        ObjectNode row = Bodies.read(resource.shape(), body);
        resource.owner().ifPresent(owner -> row.set(owner, ownerId));
        References references = new References(tenant);
        references.resolveTwins(resource, row);
        Write write = Write.create(tenant, resource, row);
        references.check(write);
        normaliser.tidy(resource.shape(), row, write.touched());
        fillStandards(resource.shape(), row);
        apply(write);
        return records.insert(resource, row);
    }

    /**
     * Changes a record, all operations or none.
     *
     * @throws Refusal 400 for what is wrong, 404 for an unknown record or a reference to what is not there
     */
    ObjectNode patch(Resource resource, ObjectNode before, JsonNode operations) {
        ObjectNode after = before.deepCopy();
        boolean addressOnlyByAdd = tenant.has(Quirk.ADDRESS_ONLY_BY_ADD);
        Rules rules = resource.rules().orElseThrow();
        Set<String> touched = JsonPatch.apply(
                resource, after, operations, addressOnlyByAdd, member -> rules.replaced(tenant, after, member));
        Write write = Write.patch(tenant, resource, before, after, touched);
        new References(tenant).check(write);
        normaliser.tidy(resource.shape(), after, touched);
        if (after.path(Tables.MAIL_ADDRESS) instanceof ObjectNode address) {
            fillStandards(
                    resource.shape().member(Tables.MAIL_ADDRESS).orElseThrow().shape(), address);
        }
        apply(write);
        return records.update(resource, before, after);
    }

    /** @throws Refusal 409 when the record is in use or its contact has another active role */
    void delete(Resource resource, String id) {
        boolean otherRole = tenant.otherRoles(resource, id).values().stream()
                .anyMatch(row -> !row.path("IsArchived").asBoolean());
        if (otherRole) {
            throw Refusal.conflict(resource, "The contact has another active role.");
        }
        if (tenant.used.contains(resource.path() + "/" + id) || new References(tenant).isNamed(resource, id)) {
            throw Refusal.conflict(resource, resource.noun() + " with id " + id + " is in use.");
        }
        records.remove(resource, id);
    }

    private void apply(Write write) {
        checkRequired(write);
        resourceRules(write).apply(write);
        checkUnique(write);
        if (!write.faults().isEmpty()) {
            throw Refusal.invalid(write.resource(), String.join(" ", write.faults()));
        }
    }

    private static Rules resourceRules(Write write) {
        return write.resource().rules().orElseThrow();
    }

    private void checkRequired(Write write) {
        for (Member member : write.resource().shape().members()) {
            if (member.is(Trait.REQUIRED) && write.touches(member.name()) && write.isBlank(member.name())) {
                write.refuse(member.name() + " is required.");
            }
            if (member.shape() != null && write.touches(member.name())) {
                checkAddress(write, member);
            }
        }
    }

    private void checkAddress(Write write, Member address) {
        boolean isNew = !write.was(address.name()).isObject();
        if (!write.value(address.name()).isObject() || !isNew && !tenant.has(Quirk.ADDRESS_NOT_CLEARABLE)) {
            return;
        }
        for (Member part : address.shape().members()) {
            if (part.is(Trait.REQUIRED)
                    && Write.isBlank(write.value(address.name()).path(part.name()))) {
                write.refuse(address.name() + "/" + part.name() + " is required.");
            }
        }
    }

    private void checkUnique(Write write) {
        for (Member member : write.resource().shape().members()) {
            if (write.touches(member.name())) {
                tenant.otherHolder(write.resource(), member, write.after())
                        .ifPresent(holder -> write.refuse(
                                member.name() + " is already in use by " + holderName(write) + " " + holder + "."));
            }
        }
    }

    private static String holderName(Write write) {
        return write.resource().isContactRole()
                ? "the contact with Id"
                : "the " + write.resource().noun() + " with Id";
    }

    /** Puts standard values where nothing is given. */
    static void fillStandards(Shape shape, ObjectNode row) {
        for (Member member : shape.members()) {
            if (member.standard() != null && Write.isBlank(row.path(member.name()))) {
                row.set(member.name(), member.standard());
            }
            if (member.shape() != null && row.path(member.name()) instanceof ObjectNode inner) {
                fillStandards(member.shape(), inner);
            }
        }
    }
}
