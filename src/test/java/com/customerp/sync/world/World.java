package com.customerp.sync.world;

import com.customerp.sync.contract.CustomerpContract;
import com.customerp.sync.contract.PowerOfficeContract;
import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.DynamoMatchIndex;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.TableSchema;
import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Both simulators and DynamoDB Local behind the functions, one set for all tests. Every request that the simulators
 * answer is checked against the two OpenAPI documents.
 */
public final class World implements QuarkusTestResourceLifecycleManager {
    static final String TABLE = "sync-test";
    private static World current;

    public final MovableClock clock = new MovableClock();
    private EmbeddedDynamoDb database;
    private LocalHttpServer customerpServer;
    private LocalHttpServer powerOfficeServer;
    private CustomerpSimulator customerp;
    private PowerOfficeSimulator powerOffice;
    private CustomerpContract customerpContract;
    private PowerOfficeContract powerOfficeContract;

    /** The one that is running. */
    public static World current() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        current = this;
        database = EmbeddedDynamoDb.start();
        renew();
        customerpServer = LocalHttpServer.start(0, "customerp", request -> customerp.handle(request));
        powerOfficeServer = LocalHttpServer.start(0, "poweroffice", request -> powerOffice.handle(request));
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        Map<String, String> settings = new HashMap<>();
        settings.put("sync.customerp.url", customerpServer.uri() + "/api/v1");
        settings.put("sync.customerp.token", CustomerpOptions.forTests().token());
        settings.put("sync.webhook.secrets", CustomerpOptions.forTests().webhookSecret());
        settings.put("sync.poweroffice.url", powerOfficeServer.uri() + "/v2");
        settings.put("sync.poweroffice.token-url", powerOfficeServer.uri() + "/OAuth/Token");
        settings.put("sync.poweroffice.application-key", keys.applicationKey());
        settings.put("sync.poweroffice.client-key", keys.clientKey());
        settings.put("sync.poweroffice.subscription-key", keys.subscriptionKey());
        settings.put("quarkus.dynamodb.endpoint-override", database.endpoint().toString());
        return settings;
    }

    @Override
    public void stop() {
        customerpServer.close();
        powerOfficeServer.close();
        database.close();
    }

    /** Empty systems and an empty table. */
    public void renew() {
        customerp = new CustomerpSimulator(clock, CustomerpOptions.forTests());
        powerOffice =
                new PowerOfficeSimulator(clock, PowerOfficeOptions.standard().withRequestsPerSecond(0));
        customerpContract = new CustomerpContract();
        powerOfficeContract = new PowerOfficeContract();
        customerp.listen(customerpContract);
        powerOffice.listen(powerOfficeContract);
        DynamoDbClient client = database.client();
        try {
            client.deleteTable(request -> request.tableName(TABLE));
        } catch (ResourceNotFoundException first) {
            // The first test finds no table.
        }
        TableSchema.createIfMissing(client, TABLE);
    }

    /** Both systems kept their contracts, and the sync asked for nothing that they do not offer. */
    public void assertContractsKept() {
        customerpContract.assertKept();
        powerOfficeContract.assertKept();
    }

    public CustomerpSimulator customerp() {
        return customerp;
    }

    public PowerOfficeSimulator powerOffice() {
        return powerOffice;
    }

    /** The table, as the functions see it. */
    public LinkStore links() {
        return new DynamoLinkStore(database.client(), TABLE, clock);
    }

    /** Every item of the table by its key, in full, but for the request budget, which counts reads too. */
    public Map<String, String> items() {
        Map<String, String> items = new TreeMap<>();
        database.client()
                .scanPaginator(request -> request.tableName(TABLE).consistentRead(true))
                .items()
                .forEach(item -> items.put(item.get("pk").s(), item.toString()));
        items.keySet().removeIf(key -> key.startsWith("budget#"));
        return items;
    }

    /** The match index in the same table. */
    public MatchIndex matchIndex() {
        return new DynamoMatchIndex(database.client(), TABLE);
    }
}
