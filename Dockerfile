# One image for every role. Build the jar first: ./mvnw -pl app -am package
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/chatledger chatledger
USER chatledger
WORKDIR /var/lib/chatledger
COPY app/target/chatledger.jar /usr/share/chatledger/chatledger.jar
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true \
    SERVER_ADDRESS=0.0.0.0 \
    CHATLEDGER_DATA_DIR=/var/lib/chatledger/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/usr/share/chatledger/chatledger.jar"]
