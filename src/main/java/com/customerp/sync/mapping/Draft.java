package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The pair as it will be once the merge is written. The rules of a pair look at it and change it before anything is
 * sent. Fields are named as in {@link Field#name()}.
 */
public interface Draft {

    /** Whether PowerOffice has no counterpart yet. */
    boolean creates();

    /** The value that CustomERP shows now. */
    JsonNode customerp(String field);

    /** The value that PowerOffice shows now, in its own form; missing while there is no counterpart. */
    JsonNode powerOffice(String field);

    /** The value that both sides will have, in CustomERP's form; JSON null when there is none. */
    JsonNode merged(String field);

    /** Whether both sides will have a value in this field. */
    boolean has(String field);

    /** The side that this field is written to, or empty when it is not written. */
    Optional<Side> target(String field);

    /** Whether the field is written to PowerOffice, by a create or by a patch. */
    default boolean writes(String field) {
        return target(field).filter(Side.POWEROFFICE::equals).isPresent();
    }

    /** CustomERP's id of the record, or empty while there is none. */
    Optional<String> customerpId();

    /** PowerOffice's key of the counterpart, or empty while there is none. */
    Optional<String> powerOfficeId();

    /** What the rules may ask for beyond the two records. */
    Facts facts();

    /** The field is not written now; a notice says why; its bases stay (mapping.md 1.1 "held field"). */
    void hold(String field, Problem notice);

    /** PowerOffice's value goes back to CustomERP, whatever CustomERP has. */
    void putBack(String field);

    /** Nothing is written now and no notice says so; its bases stay, so that it is carried once it can be. */
    void leave(String field);

    /** PowerOffice gets this value instead of the converted one, also when CustomERP has none. */
    void send(String field, JsonNode powerOfficeValue);

    /** PowerOffice gets CustomERP's value as this rule converts it; one that it cannot convert parks the record. */
    default void send(String field, JsonNode customerpValue, ValueRule rule) {
        try {
            send(field, rule.write(Side.POWEROFFICE, customerpValue, References.NONE));
        } catch (InvalidValueException cannotBeWritten) {
            park(Problem.of(cannotBeWritten, field));
        }
    }

    /** CustomERP gets this value instead of the converted one. */
    void sendBack(String field, JsonNode customerpValue);

    /** The field goes before all others that are written with it, not in the order of the table. */
    void first(String field);

    /** Whether this reference names a record that is not linked. */
    boolean isUnresolved(String field);

    /** Nothing of the record is written (mapping.md 1.1 "parked record"). The first problem stands. */
    void park(Problem problem);
}
