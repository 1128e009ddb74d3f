package cn.dangjian.dues.online.provider;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the provider is, and where it finds us: in the sandbox both are this process. */
@Component
class Addresses {

    private static final String OWN = "own";

    private final OnlineSettings settings;
    private volatile int port;

    Addresses(OnlineSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void listens(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null)
            port = event.getWebServer().getPort();
    }

    String provider() {
        return settings.call().url().equals(OWN)
                ? own() + "/v1/sandbox"
                : settings.call().url();
    }

    String callbacks() {
        return settings.notifyUrl().equals(OWN) ? own() + "/v1/provider-callbacks" : settings.notifyUrl();
    }

    /** @throws ProviderSilentException while this process does not listen yet */
    private String own() {
        if (port == 0) throw new ProviderSilentException("This process does not listen yet");
        return "http://127.0.0.1:" + port;
    }
}
