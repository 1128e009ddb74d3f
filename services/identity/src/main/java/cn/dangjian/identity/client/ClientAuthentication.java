package cn.dangjian.identity.client;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** How clients prove who they are, beyond what Spring Authorization Server brings. */
@Component
public class ClientAuthentication implements Customizer<OAuth2ClientAuthenticationConfigurer> {

    private final RegisteredClientRepository clients;

    ClientAuthentication(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public void customize(OAuth2ClientAuthenticationConfigurer authentication) {
        authentication
                .authenticationConverter(new PublicClientConverter())
                .authenticationProvider(new PublicClientProvider(clients))
                .authenticationProviders(providers -> providers.forEach(provider -> {
                    if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                        secrets.setPasswordEncoder(new SecretComparison());
                    }
                }));
    }
}
