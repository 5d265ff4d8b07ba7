package com.customerp.sync.function;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** Reads one secret of AWS Secrets Manager, with the SDK's own retries and the role of the function. */
final class SecretsManager {
    private SecretsManager() {}

    /**
     * The text of a secret.
     *
     * @param id its name or ARN
     * @throws SettingsException when it cannot be read; the line names AWS's error code
     */
    static String read(String id) {
        return read(id, SecretsManagerClient.builder());
    }

    static String read(String id, SecretsManagerClientBuilder builder) {
        try (SecretsManagerClient client = builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(5)))
                .build()) {
            return String.valueOf(
                    client.getSecretValue(request -> request.secretId(id)).secretString());
        } catch (AwsServiceException refused) {
            throw new SettingsException(
                    "sync.secret-id",
                    "cannot be read: " + refused.awsErrorDetails().errorCode());
        } catch (SdkException unreachable) {
            throw new SettingsException(
                    "sync.secret-id",
                    "cannot be read: " + unreachable.getClass().getSimpleName() + " of the AWS client");
        }
    }
}
