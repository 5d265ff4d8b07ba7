package com.customerp.sync.local.sample;

import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.poweroffice.PowerOfficeUser;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Both systems while the sample company is put in, and which records of PowerOffice stand for which of CustomERP. What is
 * in both is put into PowerOffice first: so CustomERP's is the newer one where they differ.
 */
final class Seeding {
    private final CustomerpSimulator customerp;
    private final PowerOfficeUser powerOffice;
    private final Map<Entity, Map<String, Long>> counterparts = new EnumMap<>(Entity.class);

    Seeding(CustomerpSimulator customerp, PowerOfficeUser powerOffice) {
        this.customerp = customerp;
        this.powerOffice = powerOffice;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The key slot's value for a record of CustomERP (mapping.md 1.5). */
    static String slot(String id) {
        return "customerp:" + id;
    }

    void inCustomerp(Entity entity, String id, ObjectNode members) {
        customerp.seed(entity, id, members);
    }

    /** Changes what {@link #inCustomerp} put in: a reference to a later record, for example. */
    void amend(Entity entity, String id, ObjectNode members) {
        customerp.amend(entity, id, members);
    }

    PowerOfficeUser powerOffice() {
        return powerOffice;
    }

    /** Puts a record into PowerOffice; of several for one id, the last is its counterpart. */
    void inPowerOffice(Entity entity, String id, ObjectNode row) {
        stands(entity, id, powerOffice.create(Resource.of(entity), row));
    }

    private void stands(Entity entity, String id, String key) {
        counterparts.computeIfAbsent(entity, any -> new HashMap<>()).put(id, Long.valueOf(key));
    }

    /** The key of the record of PowerOffice that stands for one of CustomERP. */
    long counterpart(Entity entity, String id) {
        Long key = counterparts.getOrDefault(entity, Map.of()).get(id);
        if (key == null) {
            throw new IllegalArgumentException("PowerOffice has no " + entity.key() + " for " + id);
        }
        return key;
    }
}
