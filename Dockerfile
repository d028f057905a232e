# The server with the embedded database, and its workers beside it in the same container.
#   docker build -t muster .
#   docker run -p 3000:3000 -v muster-data:/data muster
# The first start prints a link that signs the owner in: docker logs shows it.

FROM node:26-slim AS build
WORKDIR /build
# Dependencies first: they are taken from the cache as long as the lock file is the same.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /opt/muster
COPY package.json package-lock.json ./
# What runs needs no install script: the only one there is brings a Node for development.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY --from=build /build/dist ./dist
COPY bin ./bin
COPY LICENSE README.md CHANGELOG.md SECURITY.md ./
RUN ln -s /opt/muster/bin/muster.js /usr/local/bin/muster \
  # Owned by who runs it before it becomes a volume, so that a fresh volume is theirs as well.
  && install -d -o node -g node /data

# Number 1000, without any right to what is installed.
USER node
# Database, stored files, scratch files, and the secret that signs sessions: all there is to keep.
VOLUME /data
# Every setting of docs/settings.md can be given here, or in a file: -v ./muster.json:/etc/muster.json -e MUSTER_CONFIG=/etc/muster.json
ENV MUSTER_DATA=/data \
    MUSTER_HOST=0.0.0.0 \
    MUSTER_PORT=3000
EXPOSE 3000
# Answers as soon as requests are taken; whoever waits for it, as the proxy of compose.yaml does, waits ten seconds. Whether the
# database answers too is asked of /readyz.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MUSTER_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM ends server and workers within 10 s, what docker stop allows; what is left half way goes on with the next start.
STOPSIGNAL SIGTERM
# The exec form: signals reach the server, and not a shell before it.
ENTRYPOINT ["muster"]
CMD ["serve"]
