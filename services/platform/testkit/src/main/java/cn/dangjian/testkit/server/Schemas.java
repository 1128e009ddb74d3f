package cn.dangjian.testkit.server;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Schemas with a user of their own. */
final class Schemas {

    private Schemas() {}

    /** Names and passwords are checked because no database takes them as parameters. */
    static void create(Servers servers, String name, String user, String password) {
        if (!name.matches("[a-z0-9_]{1,60}")) throw new IllegalArgumentException("Not a schema's name: " + name);
        if (!user.matches("[a-z0-9_]{1,30}")) throw new IllegalArgumentException("Not a user's name: " + user);
        if (!password.matches("[A-Za-z0-9_-]{1,80}")) throw new IllegalArgumentException("Letters and digits only");
        var url = servers.jdbcUrlBase() + "/?allowPublicKeyRetrieval=true";
        try (var connection = DriverManager.getConnection(url, servers.rootUser(), servers.rootPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database if not exists " + name + " character set utf8mb4 collate utf8mb4_0900_ai_ci");
            statement.execute("create user if not exists '" + user + "'@'%' identified by '" + password + "'");
            statement.execute("alter user '" + user + "'@'%' identified by '" + password + "'");
            statement.execute("grant all privileges on " + name + ".* to '" + user + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create schema " + name, e);
        }
    }
}
