package cn.dangjian.identity.client;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may ask for tokens.
 *
 * @param webRedirects where the browser client {@code dangjian-web} may be sent back to, letter by letter
 * @param services the secret of each service's client; one without a secret gets no tokens
 */
@Validated
@ConfigurationProperties("dangjian.identity.clients")
record HouseClients(
        @NotNull @DefaultValue List<String> webRedirects,
        @NotNull @DefaultValue Map<String, String> services) {

    @Override
    public String toString() {
        return "HouseClients[webRedirects=" + webRedirects + ", services=" + services.keySet() + "]";
    }
}
