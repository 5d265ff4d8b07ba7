package com.customerp.sync.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process, in memory, on a free port of the loopback address.
 *
 * <p>The product's own {@code DynamoDBProxyServer} is passed by: it listens on every address and reports its use to
 * the vendor. Its request handler in a server of our own does neither. The native SQLite library comes out of its jar,
 * so nothing has to be installed.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
    /** Kept, because the log manager forgets the level of a logger that nobody holds. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private static final int MAX_THREADS = 32;

    private final ThreadGroup threads = new ThreadGroup("dynamodb-local");
    private final LocalDynamoDBServerHandler handler;
    private final Server server;
    private final DynamoDbClient client;

    private EmbeddedDynamoDb() throws Exception {
        handler = new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
        server = new Server(new QueuedThreadPool(MAX_THREADS, 1, 60_000, -1, null, threads));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(0);
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        client = DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Starts an empty database. Takes a second or a few. */
    public static EmbeddedDynamoDb start() {
        JETTY.setLevel(Level.WARNING);
        try {
            return new EmbeddedDynamoDb();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded DynamoDB did not start", e);
        }
    }

    /** Where it listens, for {@code quarkus.dynamodb.endpoint-override}; any region and credentials will do. */
    public URI endpoint() {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** A client of this database; closed with it. */
    public DynamoDbClient client() {
        return client;
    }

    /** Stops it; everything that was stored is gone. */
    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded DynamoDB did not stop", e);
        } finally {
            handler.close();
            // Its background jobs only wait for their pool to end, asleep for long: this wakes them.
            threads.interrupt();
        }
    }
}
