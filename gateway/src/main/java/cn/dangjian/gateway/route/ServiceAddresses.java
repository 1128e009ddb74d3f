package cn.dangjian.gateway.route;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Where the services behind the gateway are, by their words. */
@Component
public class ServiceAddresses {

    private final Map<String, URI> addresses = new TreeMap<>();

    ServiceAddresses(RouteSettings settings) {
        settings.routes().forEach((name, target) -> {
            // routes with a path of their own are narrower ways to a service that is named already
            if (target.path() == null && !Routes.NOWHERE.equals(target.address().getScheme()))
                addresses.put(name, target.address());
        });
    }

    public Map<String, URI> all() {
        return Map.copyOf(addresses);
    }
}
