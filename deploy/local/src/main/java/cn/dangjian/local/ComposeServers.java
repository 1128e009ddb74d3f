package cn.dangjian.local;

import cn.dangjian.testkit.server.Server;
import cn.dangjian.testkit.server.Servers;

/** MySQL, Kafka and Redis of the compose house. */
final class ComposeServers implements Servers {

    private final Docker docker;
    private final Secrets secrets;

    ComposeServers(Docker docker, Secrets secrets) {
        this.docker = docker;
        this.secrets = secrets;
    }

    @Override
    public void start() {
        database().start();
        broker().start();
        redis().start();
    }

    @Override
    public void stop() {
        redis().stop();
        broker().stop();
        database().stop();
    }

    @Override
    public Server database() {
        return new Container("mysql", docker);
    }

    @Override
    public Server broker() {
        return new Container("kafka", docker);
    }

    @Override
    public Server redis() {
        return new Container("redis", docker);
    }

    @Override
    public String jdbcUrlBase() {
        return "jdbc:mysql://" + docker.address("mysql") + ":3306";
    }

    @Override
    public String rootUser() {
        return "root";
    }

    @Override
    public String rootPassword() {
        return secrets.get(ComposeFiles.DATABASE_ROOT);
    }

    /** Only to be asked: the broker tells its clients a name that the network of the house knows. */
    @Override
    public String bootstrapServers() {
        return docker.address("kafka") + ":9092";
    }

    @Override
    public String redisHost() {
        return docker.address("redis");
    }

    @Override
    public int redisPort() {
        return 6379;
    }

    @Override
    public String redisPassword() {
        return secrets.get(ComposeFiles.REDIS);
    }

    private record Container(String name, Docker docker) implements Server {

        @Override
        public void start() {
            docker.all(name, "start");
        }

        @Override
        public void stop() {
            docker.all(name, "stop");
        }

        @Override
        public void kill() {
            docker.all(name, "kill");
        }

        @Override
        public void pause() {
            docker.all(name, "pause");
        }

        @Override
        public void resume() {
            docker.all(name, "unpause");
        }

        @Override
        public boolean isAlive() {
            return docker.isRunning(name);
        }
    }
}
