package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A person who works in CustomERP. The same rules hold as for the API, and some that hold for users only; what is
 * refused throws {@link ProblemException}.
 */
public final class CustomerpUser {
    private final Database database;
    private final Runnable afterwards;
    private final Writer writer;

    CustomerpUser(Database database, Runnable afterwards, String name) {
        this.database = database;
        this.afterwards = afterwards;
        this.writer = new Writer(name, Writer.Role.USER);
    }

    /** Creates a record and returns its id, which the server chooses. */
    public String create(Entity entity, ObjectNode members) {
        return create(entity, null, members);
    }

    /**
     * Creates a record under an id of the caller's choice.
     *
     * @throws IllegalArgumentException when the id is taken, by a tombstone too, or is not an id
     */
    public String create(Entity entity, @Nullable String id, ObjectNode members) {
        String created = database.create(entity, id, members, writer).id();
        afterwards.run();
        return created;
    }

    /** Merges a patch into a record and returns the record as it is then. */
    public ObjectNode edit(Entity entity, String id, ObjectNode mergePatch) {
        ObjectNode edited =
                database.patch(entity, id, null, mergePatch, writer).body().deepCopy();
        afterwards.run();
        return edited;
    }

    /** Deletes a record; a customer takes its contacts along. */
    public void delete(Entity entity, String id) {
        database.delete(entity, id);
        afterwards.run();
    }
}
