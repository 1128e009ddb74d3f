package cn.dangjian.local;

import cn.dangjian.testkit.server.Servers;
import java.io.PrintStream;
import java.util.List;

/**
 * The whole house, wherever it runs.
 *
 * <p>{@code try (var house = House.start(Servers.shared(), HouseOptions.forTests(root, data))) { ... }}
 */
public interface House extends AutoCloseable {

    /**
     * Starts the servers if they do not run, then every service on this machine, and returns when all are ready and the
     * demo province, if asked for, is loaded.
     *
     * @throws HouseException if something does not start; what was started is stopped then
     */
    static House start(Servers servers, HouseOptions options) {
        var house = new LocalHouse(servers, options, new Progress(options.out(), System.nanoTime()));
        try {
            house.start();
            return house;
        } catch (RuntimeException e) {
            house.stop();
            throw e;
        }
    }

    /**
     * The house that {@code deploy/compose/up} has started, with the demo province in it.
     *
     * @throws HouseException if it does not run
     */
    static House composed(PrintStream out) {
        return ComposeHouse.running(new Progress(out, System.nanoTime()));
    }

    /** A service that runs here, by its word: {@code service("task").kill()}. */
    Service service(String name);

    /** The services that are not started because they have no room yet, by their words. */
    List<String> emptyServices();

    List<Service> services();

    Servers servers();

    String gatewayUrl();

    /** One account per tier, from province to village, each in the unit above the next; empty without demo province. */
    List<Account> demoAccounts();

    /** The administrator's sign-in name and password. */
    Account operator();

    /** Stops what was started with the house; servers go on. */
    @Override
    void close();

    /** Stops everything, the servers too. */
    void stop();

    /**
     * An account to sign in with.
     *
     * @param tier PROVINCE, CITY, COUNTY, TOWNSHIP or VILLAGE; ADMINISTRATOR for the one without a unit
     * @param unitName empty for the administrator
     */
    record Account(String tier, long unit, String unitName, String login, String password) {}
}
