package cn.dangjian.local;

import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house that {@code deploy/compose/up} started, seen from this machine; nothing of it is started or ended here. */
final class ComposeHouse implements House {

    private final Docker docker = new Docker();
    private final Secrets secrets;
    private final Servers servers;
    private final Path data;
    private final String gatewayUrl;
    private final List<Service> services;
    private List<Account> demoAccounts = List.of();

    /** @param data where its secrets are */
    ComposeHouse(Path root, Path data, String gatewayUrl) {
        this.secrets = new Secrets(data.resolve("secrets"));
        this.servers = new ComposeServers(docker, secrets);
        this.data = data;
        this.gatewayUrl = gatewayUrl;
        this.services = started(root)
                .map(entry -> (Service) new ComposeService(entry, docker, data.resolve("log")))
                .toList();
    }

    private static Stream<ServiceEntry> started(Path root) {
        return ServiceEntry.all().stream().filter(entry -> !entry.isEmpty(root));
    }

    /** As it is, whether all of it is ready or not, with the accounts of the demo province. */
    static ComposeHouse found(Progress progress) {
        var house = here();
        house.loadDemoProvince(progress);
        return house;
    }

    static ComposeHouse running(Progress progress) {
        var house = here();
        house.services.forEach(Service::awaitHealthy);
        house.loadDemoProvince(progress);
        return house;
    }

    private static ComposeHouse here() {
        var root = Path.of(System.getProperty("repository.root", System.getProperty("house.root", ".")));
        var data = root.resolve(System.getenv().getOrDefault("HOUSE_DATA", "data/compose"));
        return new ComposeHouse(root, data, System.getenv().getOrDefault("HOUSE_URL", "http://127.0.0.1:8080"));
    }

    private void loadDemoProvince(Progress progress) {
        var directories = services.stream().filter(Service::hasDatabase).toList();
        demoAccounts = new DemoProvince(gatewayUrl, secrets, data, progress).load(directories);
    }

    @Override
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HouseException("No service called " + name + " runs in this house"));
    }

    @Override
    public List<String> emptyServices() {
        return ServiceEntry.all().stream()
                .map(ServiceEntry::name)
                .filter(name ->
                        services.stream().noneMatch(service -> service.name().equals(name)))
                .toList();
    }

    @Override
    public List<Service> services() {
        return services;
    }

    @Override
    public Servers servers() {
        return servers;
    }

    @Override
    public String gatewayUrl() {
        return gatewayUrl;
    }

    @Override
    public List<Account> demoAccounts() {
        return demoAccounts;
    }

    @Override
    public Account operator() {
        return new Account(
                "ADMINISTRATOR", 0, "", SecretVariables.OPERATOR, secrets.get(SecretVariables.OPERATOR_PASSWORD));
    }

    /** It goes on. */
    @Override
    public void close() {}

    @Override
    public void stop() {
        services.reversed().forEach(Service::stop);
        servers.stop();
    }
}
