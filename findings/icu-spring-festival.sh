#!/usr/bin/env bash
# Package and version: com.ibm.icu:icu4j 79.1 (60.2, 72.1, 74.2, 76.1, 77.1 and 78.2 too), beside npm's astronomy-engine 2.1.19
#
# Behaviour: ChineseCalendar begins the Chinese year of 2027 a day late and that of 2030 a day early, and so every day of
# their first months is a day off. A month begins on the day, in Beijing's time, of the new moon, and these two new moons
# are some minutes before and after midnight, which is closer than ICU computes. The almanac has 6 February 2027 and
# 3 February 2030; of the years from 1970 to 2100 only these two are wrong.
# Seen:
#   new moon          icu4j
#   2026-02-17 20:01  2026-02-17
#   2027-02-06 23:56  2027-02-07
#   2028-01-26 23:13  2028-01-26
#   2029-02-13 18:32  2029-02-13
#   2030-02-03 00:08  2030-02-02
#   2031-01-23 12:31  2031-01-23
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
      <groupId>com.ibm.icu</groupId>
      <artifactId>icu4j</artifactId>
      <version>79.1</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneId;

class Finding {

    public static void main(String[] arguments) {
        var calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        for (var day = LocalDate.of(2026, 1, 1); day.getYear() <= 2031; day = day.plusDays(1)) {
            var noon = day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai"));
            calendar.setTimeInMillis(noon.toInstant().toEpochMilli());
            if (calendar.get(ChineseCalendar.MONTH) == 0 && calendar.get(ChineseCalendar.DAY_OF_MONTH) == 1)
                System.out.println(day);
        }
    }
}
JAVA

cat >moon.js <<'JS'
const astronomy = require("astronomy-engine");
const days = require("fs").readFileSync("icu", "utf8").trim().split("\n");
const hours = 3600 * 1000;
console.log("new moon          icu4j");
for (const day of days) {
  const noon = Date.parse(day + "T12:00:00+08:00");
  const moon = astronomy.SearchMoonPhase(0, new Date(noon - 72 * hours), 6).date;
  console.log(new Date(moon.getTime() + 8 * hours).toISOString().slice(0, 16).replace("T", " ") + "  " + day);
}
JS

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
npm install --silent --no-audit --no-fund --prefix "$work" astronomy-engine@2.1.19
java -cp 'lib/*' Finding.java >icu
node moon.js | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
