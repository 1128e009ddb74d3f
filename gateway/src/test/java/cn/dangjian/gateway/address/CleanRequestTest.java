package cn.dangjian.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CleanRequestTest {

    private final CleanRequest clean =
            new CleanRequest(new ProxySettings(List.of(Network.valueOf("10.0.0.0/8"), Network.valueOf("fd00::/8"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10.0.0.7  | 203.0.113.9                        | 203.0.113.9
        10.0.0.7  | 1.2.3.4, 203.0.113.9               | 203.0.113.9
        10.0.0.7  | 1.2.3.4, 203.0.113.9, 10.9.9.9     | 203.0.113.9
        10.0.0.7  | 10.1.1.1, 10.2.2.2                 | 10.1.1.1
        10.0.0.7  | localhost, 203.0.113.9             | 203.0.113.9
        10.0.0.7  | localhost, 10.2.2.2                | 10.2.2.2
        10.0.0.7  | 2001:db8::5                        | 2001:db8:0:0:0:0:0:5
        fd00::1   | 203.0.113.9                        | 203.0.113.9
        192.0.2.1 | 203.0.113.9                        | 192.0.2.1
        """)
    void believesTheChainOnlyAsFarAsItsOwnProxiesWroteIt(String peer, String chain, String client) throws Exception {
        var seen = clean.apply(from(peer).header("X-Forwarded-For", chain).build());

        assertThat(address(seen).getHostAddress()).isEqualTo(client);
        assertThat(seen.getHeaders().containsHeader("X-Forwarded-For")).isFalse();
    }

    @Test
    void takesHostAndSchemeFromAProxyOnly() {
        var throughProxy = clean.apply(from("10.0.0.7")
                .header("X-Forwarded-Host", "dj.example.cn")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .build());
        var direct = clean.apply(
                from("192.0.2.1").header("X-Forwarded-Host", "dj.example.cn").build());

        assertThat(throughProxy.getURI().toString()).isEqualTo("https://dj.example.cn/task/v1/x?a=%20");
        assertThat(direct.getURI().toString()).isEqualTo("http://gateway:8080/task/v1/x?a=%20");
    }

    @Test
    void keepsTheAddressWhenTheProxySaysNothing() {
        assertThat(address(clean.apply(from("10.0.0.7").build())).getHostAddress())
                .isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "localhost", "10.0.0.0/-1", "*"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "::1, ::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void knowsItsAddresses(String network, String address, boolean inside) {
        assertThat(Network.valueOf(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String peer) {
        return MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://gateway:8080/task/v1/x?a=%20"))
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 4711));
    }

    private static InetAddress address(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        assertThat(remote).isNotNull();
        return remote.getAddress();
    }
}
