#!/usr/bin/env bash
# Package and version: de.siegmar:fastcsv 4.1.0
#
# Behaviour: a quotation mark that is never closed is no error, neither by default nor with
# "allowExtraCharsAfterClosingQuote(false)": the field goes on to the end of the file, and all rows behind it are one cell of
# the record in which it began. Whoever counts records is not told of the others.
# Seen:
#   3 records: [a, b] [1, 2] [3, 4<newline>5,6<newline>7,8<newline>]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
source "$root/deploy/jdk.sh"
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
      <groupId>de.siegmar</groupId>
      <artifactId>fastcsv</artifactId>
      <version>4.1.0</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.stream.Collectors;

class Finding {

    public static void main(String[] arguments) throws Exception {
        try (var csv = CsvReader.builder().allowExtraCharsAfterClosingQuote(false).ofCsvRecord("a,b\n1,2\n3,\"4\n5,6\n7,8\n")) {
            var records = csv.stream().map(record -> record.getFields().toString().replace("\n", "<newline>")).toList();
            System.out.println(records.size() + " records: " + records.stream().collect(Collectors.joining(" ")));
        }
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
