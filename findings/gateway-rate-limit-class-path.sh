#!/usr/bin/env bash
# Packages and versions: org.springframework.cloud:spring-cloud-gateway-server-webflux 5.0.2 with
# org.springframework.data:spring-data-redis 4.1.1
#
# Behaviour: the gateway's rate limiter counts each request by a Lua script that lies in its own jar. Whenever that script's
# digest is asked for, which each request does, Spring Data Redis wants to know whether the script was changed, and for a file
# in a jar that is two looks through the class path: every jar before it is asked, on the event loop. A script given as
# text is never looked for again.
# Seen:
#   digests asked for                            1000
#   looks for the gateway's script while asking  2000
#   looks for the same script given as text      0
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.springframework.cloud</groupId>
      <artifactId>spring-cloud-gateway-server-webflux</artifactId>
      <version>5.0.2</version>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-data-redis</artifactId>
      <version>4.1.1</version>
    </dependency>
    <dependency>
      <groupId>org.springframework.data</groupId>
      <artifactId>spring-data-redis</artifactId>
      <version>4.1.1</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import java.net.URL;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.core.script.RedisScript;

class Finding {

    static final int TIMES = 1000;

    /** Counts who looks for the script. */
    static class Counting extends ClassLoader {
        final AtomicInteger looks = new AtomicInteger();

        Counting(ClassLoader parent) {
            super(parent);
        }

        @Override
        public URL getResource(String name) {
            if (name.endsWith("request_rate_limiter.lua")) looks.incrementAndGet();
            return super.getResource(name);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var counting = new Counting(Finding.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(counting);
        var configuration = Class.forName("org.springframework.cloud.gateway.config.GatewayRedisAutoConfiguration");
        var constructor = configuration.getDeclaredConstructor();
        constructor.setAccessible(true);
        var bean = configuration.getDeclaredMethod("redisRequestRateLimiterScript");
        bean.setAccessible(true);
        var script = (RedisScript<?>) bean.invoke(constructor.newInstance());
        line("digests asked for", TIMES);
        line("looks for the gateway's script while asking", looks(counting, script));
        line("looks for the same script given as text", looks(counting, RedisScript.of(script.getScriptAsString(), List.class)));
    }

    static int looks(Counting counting, RedisScript<?> script) {
        script.getSha1();
        counting.looks.set(0);
        for (int i = 0; i < TIMES; i++) script.getSha1();
        return counting.looks.get();
    }

    static void line(String what, int count) {
        System.out.printf("%-44s %d%n", what, count);
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
java -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
