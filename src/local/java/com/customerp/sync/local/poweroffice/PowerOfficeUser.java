package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What people do in PowerOffice's own user interface, beyond what an integration may: any member of the table can be
 * set, AvtaleGiro included, and nothing is validated but that unique values stay unique. Names are those of the API.
 */
public final class PowerOfficeUser {
    private final Tenant tenant;
    private final Records records;
    private final View view;

    PowerOfficeUser(Tenant tenant) {
        this.tenant = tenant;
        this.records = new Records(tenant);
        this.view = new View(tenant);
    }

    /**
     * Creates a record; what is not given is filled as on a create through the API.
     *
     * @return its key
     * @throws IllegalArgumentException when a unique value is in use, or for number series, which are fixed
     */
    public String create(Resource resource, ObjectNode members) {
        if (resource.rules().isEmpty()) {
            throw new IllegalArgumentException(resource.path() + " cannot be created");
        }
        synchronized (tenant) {
            ObjectNode row = members.deepCopy();
            fill(resource, row);
            checkUnique(resource, row);
            return records.insert(resource, row).path("Id").asText();
        }
    }

    /** Makes a contact an employee or a customer too, under the same key. */
    public void addRole(Resource resource, String id, ObjectNode members) {
        synchronized (tenant) {
            ObjectNode first = tenant.otherRoles(resource, id).values().stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no contact with id " + id));
            ObjectNode row = members.deepCopy();
            fill(resource, row);
            checkUnique(resource, row);
            String created = first.path(Tables.CONTACT_CREATED).asText();
            records.insert(resource, row, LongNode.valueOf(Long.parseLong(id)), created);
        }
    }

    /**
     * Sets members; null clears. A mail address is merged.
     *
     * @throws IllegalArgumentException when there is no such record or a unique value is in use
     */
    public void edit(Resource resource, String id, ObjectNode members) {
        synchronized (tenant) {
            ObjectNode before = stored(resource, id);
            ObjectNode after = before.deepCopy();
            members.properties().forEach(member -> {
                boolean merges = member.getValue().isObject()
                        && after.path(member.getKey()).isObject();
                if (merges) {
                    ((ObjectNode) after.path(member.getKey())).setAll((ObjectNode) member.getValue());
                } else {
                    after.set(member.getKey(), member.getValue());
                }
            });
            checkUnique(resource, after);
            records.update(resource, before, after);
        }
    }

    /** What is done with orders alone: lines, confirming, invoicing. */
    public OrderUser orders() {
        return new OrderUser(tenant, this);
    }

    /** Archives the whole contact, whatever its balance, or brings it back. */
    public void archive(Resource resource, String id, boolean archived) {
        edit(resource, id, stored(resource, id).objectNode().put("IsArchived", archived));
    }

    /** Deletes a record, in use or not; a customer takes its contact persons along. */
    public void delete(Resource resource, String id) {
        synchronized (tenant) {
            ObjectNode row = stored(resource, id);
            if (resource == Resource.CUSTOMERS) {
                ContactPersonRules.of(tenant, row.path("Id"))
                        .forEach(person -> records.remove(
                                Resource.CONTACT_PERSONS, person.path("Id").asText()));
            }
            records.remove(resource, id);
        }
    }

    /** The record as the API would show it now, never stale; empty: there is none. Counts as no request. */
    public Optional<ObjectNode> read(Resource resource, String id) {
        synchronized (tenant) {
            return tenant.store(resource).read(id).map(row -> view.of(resource, row));
        }
    }

    /** All records as the API would show them now. */
    public List<ObjectNode> all(Resource resource) {
        synchronized (tenant) {
            return tenant.store(resource).all().stream()
                    .map(row -> view.of(resource, row))
                    .toList();
        }
    }

    /** Books on a contact, or clears its balance; with one it cannot be archived. */
    public void setLedgerBalance(String contactId, boolean exists) {
        change(tenant.withBalance, contactId, exists);
    }

    /** Marks a record as used by transactions; it cannot be deleted then. */
    public void setUsed(Resource resource, String id, boolean used) {
        change(tenant.used, resource.path() + "/" + id, used);
    }

    /** Takes an organization number (digits) out of ELMA or puts it back; all are in it at first. */
    public void setInElma(String organizationNumber, boolean registered) {
        change(tenant.notInElma, organizationNumber, !registered);
    }

    /** Gives or takes the integration behind {@code External} or {@code Factoring}; there is none at first. */
    public void setDeliveryIntegration(String deliveryType, boolean exists) {
        change(tenant.deliveryIntegrations, deliveryType, exists);
    }

    /** Takes the right to a resource, so that it answers 403, or gives it back. */
    public void setForbidden(Resource resource, boolean forbidden) {
        change(tenant.forbidden, resource, forbidden);
    }

    /** Adds an entry that references may name: Departments, Locations, PaymentTerms, DeliveryTerms, ContactGroups, ... */
    public void addToCatalogue(String catalogue, long id, String code) {
        synchronized (tenant) {
            tenant.addToCatalogue(catalogue, id, TextNode.valueOf(code));
        }
    }

    /** The same with a number for a code, as payment terms and ledger accounts have. */
    public void addToCatalogue(String catalogue, long id, long number) {
        synchronized (tenant) {
            tenant.addToCatalogue(catalogue, id, LongNode.valueOf(number));
        }
    }

    /** Adds a product group; {@code prices} has UnitPrice and UnitCost, for products without their own. */
    public void addProductGroup(long id, String code, ObjectNode prices) {
        synchronized (tenant) {
            tenant.addToCatalogue(ProductTables.GROUPS, id, TextNode.valueOf(code));
            tenant.groupPrices.put(id, prices.deepCopy());
        }
    }

    /** Takes the client's own sales account, so that products need one, or gives it back; it is there at first. */
    public void setDefaultSalesAccount(boolean exists) {
        synchronized (tenant) {
            tenant.noSalesAccount = !exists;
        }
    }

    private <T> void change(Set<T> set, T element, boolean in) {
        synchronized (tenant) {
            if (in) {
                set.add(element);
            } else {
                set.remove(element);
            }
        }
    }

    private ObjectNode stored(Resource resource, String id) {
        synchronized (tenant) {
            return tenant.store(resource)
                    .read(id)
                    .orElseThrow(() -> new IllegalArgumentException("no " + resource.noun() + " with id " + id));
        }
    }

    private void fill(Resource resource, ObjectNode row) {
        Writer.fillStandards(resource.shape(), row);
        if (resource == Resource.CUSTOMERS && Write.isBlank(row.path(CustomerRules.DELIVERY))) {
            CustomerRules.chooseDelivery(row);
        }
        if (resource == Resource.PRODUCTS) {
            ProductRules.chooseGroup(tenant, row);
        }
        if (resource.isContactRole() && Write.isBlank(row.path(Numbers.NUMBER))) {
            OptionalLong next = tenant.numbers()
                    .next(Numbers.typeOf(resource), row.path(Numbers.SERIES_MEMBER), tenant.store(resource));
            row.put(Numbers.NUMBER, next.orElseThrow(() -> new IllegalArgumentException("no number is left")));
        }
    }

    private void checkUnique(Resource resource, ObjectNode row) {
        for (Member member : resource.shape().members()) {
            tenant.otherHolder(resource, member, row).ifPresent(holder -> {
                throw new IllegalArgumentException(member.name() + " is in use by " + holder);
            });
        }
    }
}
