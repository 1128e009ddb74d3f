package cn.dangjian.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment variables of a service that are secret, or follow from a secret, wherever the house runs. */
final class SecretVariables {

    /** The administrator whom identity makes at its first start. */
    static final String OPERATOR = "operator";

    /** Under which name the {@link Secrets} keep the administrator's password. */
    static final String OPERATOR_PASSWORD = "operator-password";

    private final Secrets secrets;
    private final List<ServiceEntry> services;

    SecretVariables(Secrets secrets, List<ServiceEntry> services) {
        this.secrets = secrets;
        this.services = services;
    }

    Map<String, String> of(ServiceEntry service) {
        var variables = new LinkedHashMap<String, String>();
        if (service.name().equals(ServiceEntry.CONFIG)) return variables;
        if (service.hasSchema()) variables.put("DB_PASSWORD", databasePassword(service));
        variables.put("SERVICE_CLIENT_SECRET", clientSecret(service));
        switch (service.name()) {
            case ServiceEntry.ORGANIZATION ->
                variables.put("ORGANIZATION_DATA_KEY", secrets.get("organization-data-key"));
            case ServiceEntry.MEMBER -> {
                variables.put("MEMBER_DATA_KEY", secrets.get("member-data-key"));
                variables.put("MEMBER_INDEX_KEY", secrets.get("member-index-key"));
            }
            case ServiceEntry.DUES -> variables.put("DUES_DATA_KEY", secrets.get("dues-data-key"));
            case ServiceEntry.IDENTITY -> identity(variables);
            default -> {}
        }
        return variables;
    }

    private void identity(Map<String, String> variables) {
        for (var client : services) {
            variables.put("SERVICE_CLIENT_SECRETS_" + client.variable(), clientSecret(client));
        }
        variables.put("IDENTITY_AUDIT_KEY", secrets.get("identity-audit-key"));
        variables.put("IDENTITY_DATA_KEY", secrets.get("identity-data-key"));
        variables.put("IDENTITY_INDEX_KEY", secrets.get("identity-index-key"));
        variables.put("BOOTSTRAP_ADMIN_LOGIN", OPERATOR);
        variables.put("BOOTSTRAP_ADMIN_PASSWORD", secrets.get(OPERATOR_PASSWORD));
    }

    /** Members pay in the sandbox, which moves no money; merchant and provider have keys of this machine. */
    Map<String, String> sandbox() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("DUES_PROVIDER", "sandbox");
        variables.put("DUES_MERCHANT", "demo-province");
        var merchant = secrets.keyPair("dues-merchant");
        var provider = secrets.keyPair("dues-provider");
        variables.put("DUES_MERCHANT_KEY", merchant.privateKey());
        variables.put("DUES_MERCHANT_PUBLIC_KEY", merchant.publicKey());
        variables.put("DUES_PROVIDER_KEY", provider.privateKey());
        variables.put("DUES_PROVIDER_PUBLIC_KEY", provider.publicKey());
        return variables;
    }

    String databasePassword(ServiceEntry service) {
        return secrets.get("database-" + service.name());
    }

    private String clientSecret(ServiceEntry service) {
        return secrets.get("client-" + service.name());
    }
}
