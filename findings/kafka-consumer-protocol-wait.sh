#!/usr/bin/env bash
# Package and version: org.apache.kafka:kafka-clients 4.2.1 (4.2.0 and 4.3.0 too, 4.1.1 not), with a broker of org.apache.kafka:kafka_2.13 4.2.1
#
# Behaviour: with group.protocol=consumer a poll may wait about five seconds, until the group's next heartbeat, although
# the record that it waits for has long been at the broker and nothing else is going on. It takes a max.poll.records that
# is smaller than what arrives at once, here one of two. The classic protocol answers the same polls in milliseconds.
# Seen:
#   classic: 0 of 400 polls took longer than 2 s
#   consumer: 3 of 17 polls took longer than 2 s (4966, 4999, 4990 ms)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
broker=
end() {
  if [[ -n $broker ]]; then
    kill -9 "$broker" 2>/dev/null || true
    wait "$broker" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap end EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>4.2.1</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
POM

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}
client=$(free_port)
controller=$(free_port)

cat >server.properties <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=CLIENT://127.0.0.1:$client,CONTROLLER://127.0.0.1:$controller
listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=CLIENT
controller.listener.names=CONTROLLER
log.dirs=$work/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
PROPERTIES

cat >Finding.java <<'JAVA'
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

class Finding {

    static final int ROUNDS = 200;
    static final int AT_ONCE = 2;
    static final int LONG = 2_000;
    static final int ENOUGH = 3;

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", arguments[0]);
        try (var admin = Admin.create(broker);
                var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            int classic = longPolls("classic", arguments[0], admin, producer);
            int consumer = longPolls("consumer", arguments[0], admin, producer);
            System.exit(classic == 0 && consumer > 0 ? 0 : 1);
        }
    }

    static int longPolls(String protocol, String broker, Admin admin, KafkaProducer<String, String> producer)
            throws Exception {
        admin.createTopics(List.of(new NewTopic(protocol, 1, (short) 1))).all().get();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker,
                "group.id", protocol,
                "group.protocol", protocol,
                "max.poll.records", 1,
                "enable.auto.commit", false,
                "auto.offset.reset", "earliest");
        var longOnes = new ArrayList<Long>();
        int polls = 0;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(protocol));
            while (consumer.assignment().isEmpty()) consumer.poll(Duration.ofMillis(100));
            for (int round = 0; round < ROUNDS && longOnes.size() < ENOUGH; round++) {
                for (int i = 0; i < AT_ONCE; i++) producer.send(new ProducerRecord<>(protocol, "text"));
                for (int heard = 0; heard < AT_ONCE; polls++) {
                    long start = System.nanoTime();
                    heard += consumer.poll(Duration.ofSeconds(30)).count();
                    long taken = (System.nanoTime() - start) / 1_000_000;
                    if (taken > LONG) longOnes.add(taken);
                }
            }
        }
        System.out.printf("%s: %d of %d polls took longer than %d s", protocol, longOnes.size(), polls, LONG / 1000);
        if (!longOnes.isEmpty())
            System.out.print(longOnes.stream().map(Object::toString).collect(Collectors.joining(", ", " (", " ms)")));
        System.out.println();
        return longOnes.size();
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
java -cp 'lib/*' kafka.tools.StorageTool format --cluster-id AAAAAAAAAAAAAAAAAAAAAA --config server.properties >format.log
java -Xmx384m -cp 'lib/*' kafka.Kafka server.properties >broker.log &
broker=$!
java -cp 'lib/*' Finding.java "127.0.0.1:$client" || { echo "The behaviour changed" >&2 && exit 1; }
