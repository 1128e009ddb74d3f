package cn.dangjian.gateway.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * The request as all filters see it: its remote address is the client, its headers say nothing that only the gateway
 * may say.
 */
@Component("forwardedHeaderTransformer")
class CleanRequest extends ForwardedHeaderTransformer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Set<String> BELIEVED_FROM_PROXIES =
            Set.of("x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto");
    private static final Set<String> ONLY_OURS = Set.of(
            "forwarded",
            "x-real-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-method-override",
            "x-trace-id",
            "baggage");
    private static final List<String> ONLY_OUR_PREFIXES = List.of("x-forwarded-", "x-internal-", "x-caller-");

    private final List<Network> proxies;

    CleanRequest(ProxySettings settings) {
        this.proxies = settings.trusted();
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        boolean throughProxy =
                peer != null && peer.getAddress() != null && Network.anyContains(proxies, peer.getAddress());
        var client = throughProxy ? client(request.getHeaders()) : null;

        var clean = request.mutate()
                .headers(headers -> strip(headers, throughProxy))
                .build();
        // host, port and scheme as the proxy saw them; then the address, which the super class leaves unresolved
        var seen = throughProxy ? super.apply(clean) : clean;
        return client == null || peer == null
                ? seen
                : seen.mutate()
                        .remoteAddress(new InetSocketAddress(client, peer.getPort()))
                        .build();
    }

    /** The last address of the chain that is not a proxy of ours: everything before it was written by the client. */
    private @Nullable InetAddress client(HttpHeaders headers) {
        InetAddress client = null;
        var chain = List.of(String.join(",", headers.getOrEmpty(FORWARDED_FOR)).split(","));
        for (String hop : chain.reversed()) {
            try {
                client = InetAddress.ofLiteral(hop.trim());
            } catch (IllegalArgumentException e) {
                return client;
            }
            if (!Network.anyContains(proxies, client)) return client;
        }
        return client;
    }

    private static void strip(HttpHeaders headers, boolean throughProxy) {
        headers.headerNames().stream()
                .filter(name -> pretends(name.toLowerCase(Locale.ROOT), throughProxy))
                .toList()
                .forEach(headers::remove);
        if (throughProxy) headers.remove(FORWARDED_FOR);
    }

    private static boolean pretends(String name, boolean throughProxy) {
        if (throughProxy && BELIEVED_FROM_PROXIES.contains(name)) return false;
        return ONLY_OURS.contains(name) || ONLY_OUR_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
