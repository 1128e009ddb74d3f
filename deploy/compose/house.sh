# Sourced by what is here: names, versions, the list of services.

begun=$(date +%s%3N)
source "$root/deploy/jdk.sh"
source "$root/deploy/build.sh"

HOUSE_VERSION=${HOUSE_VERSION:-$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo local)}
export HOUSE_VERSION

fail() {
  echo "$*" >&2
  exit 1
}

docker info >/dev/null 2>&1 || fail "No Docker engine answers (没有可用的 Docker 引擎): start it, or set DOCKER_HOST"
docker compose version >/dev/null 2>&1 || fail "Docker has no compose plugin (缺少 docker compose 插件)"

# As the launcher of deploy/up --fast starts them (Program.java)
jvm_options() {
  local heap=$1
  cat <<OPTIONS
-XX:+UseSerialGC
-XX:TieredStopAtLevel=4
-XX:+UseCompactObjectHeaders
-Xss512k
-Xmx${heap}m
-Xms$((heap / 3))m
-Xmn$((heap / 8))m
-XX:MinHeapFreeRatio=25
-XX:MaxHeapFreeRatio=45
-XX:-ShrinkHeapInSteps
-XX:MaxMetaspaceSize=192m
-XX:ReservedCodeCacheSize=128m
-XX:+ExitOnOutOfMemoryError
-Djava.io.tmpdir=/tmp
-Dsun.net.inetaddr.ttl=2
-Dsun.net.inetaddr.negative.ttl=1
OPTIONS
}

# What up was told is kept beside the secrets, so that roll, down and backup speak of the same house
export HOUSE_DATA=${HOUSE_DATA:-$root/data/compose}
[[ $HOUSE_DATA == /* ]] || HOUSE_DATA=$root/$HOUSE_DATA
export HOUSE_URL=${HOUSE_URL:-http://127.0.0.1:${HOUSE_PORT:-8080}}

compose() {
  local files=(-f "$root/deploy/compose/compose.yml") extra
  for extra in $(cat "$HOUSE_DATA/with" 2>/dev/null); do files+=(-f "$root/deploy/compose/$extra.yml"); done
  docker compose --progress quiet "${files[@]}" "$@"
}

# SQL from standard input, as root, whose password stays inside the container
sql() {
  compose exec -T mysql sh -c 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD exec mysql -h127.0.0.1 -uroot --batch --skip-column-names "$@"' sql "$@"
}

in_java() {
  "$JAVA_HOME/bin/java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlogback.configurationFile=logback-up.xml \
    -Dhouse.root="$root" -Dhouse.data="$HOUSE_DATA" \
    -cp "$root/deploy/local/$build/classes:$(cat "$root/deploy/local/$build/classpath")" cn.dangjian.local.Compose "$@"
}
