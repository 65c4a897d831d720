"""What whoever runs the machine can copy, with the hospital's own address in it."""

SERVICE = """\
[Unit]
Description=Heard
After=network-online.target

[Service]
User=heard
WorkingDirectory=/srv/heard
Environment=HEARD_HOME=/var/lib/heard HEARD_ADDRESS={address} HEARD_PROXY=127.0.0.1
ExecStart=/srv/heard/.venv/bin/heard serve
Restart=on-failure
UMask=0077
ProtectSystem=strict
ReadWritePaths=/var/lib/heard
PrivateTmp=yes
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target

# once, before it starts:
# useradd --system heard
# install --directory --owner=heard --mode=700 /var/lib/heard
# runuser -u heard -- env HEARD_HOME=/var/lib/heard /srv/heard/.venv/bin/heard start
"""

CONTAINER = """\
FROM python:3.13-slim
RUN apt-get update && apt-get install --yes --no-install-recommends make \\
    && useradd --system heard && install --directory --owner=heard --mode=700 /data
COPY . /srv/heard
WORKDIR /srv/heard
RUN make .venv/run
USER heard
ENV HEARD_HOME=/data HEARD_HOST=0.0.0.0 HEARD_ADDRESS={address}
VOLUME /data
EXPOSE 8000
CMD [".venv/bin/heard", "serve"]
# once, before it serves: run it with a terminal, the volume and `.venv/bin/heard start` as the command
"""

PROXY = """\
server {{
    listen 443 ssl;
    server_name {host};
    ssl_certificate     /etc/ssl/heard.pem;
    ssl_certificate_key /etc/ssl/private/heard.key;
    client_max_body_size 32m;
    access_log off;  # who asked, and when, must lie nowhere: people speak here without a name
    error_log /var/log/nginx/error.log emerg;
    proxy_request_buffering off;  # nor may what they say lie in a file of the proxy
    location / {{
        proxy_pass http://127.0.0.1:8000;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto https;
    }}
}}
"""

COPIES = """\
# /etc/cron.d/heard
HEARD_HOME=/var/lib/heard
17 2 * * *  heard  /srv/heard/.venv/bin/heard backup /mnt/copies/heard

heard restore /mnt/copies/heard /tmp/drill
heard verify --hospital /tmp/drill
"""

SIGNER = """\
[Unit]
Description=Signs the heads of Heard's ledger
Before=heard.service

[Service]
User=heard-signer
SupplementaryGroups=heard
StateDirectory=heard-signer
RuntimeDirectory=heard-signer
ExecStart=/srv/heard/.venv/bin/heard signer serve {slug} --state /var/lib/heard-signer \\
    --socket /run/heard-signer/{slug}.sock --group heard
Restart=on-failure
UMask=0077
ProtectSystem=strict
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target

# once, as the user heard, before heard.service starts:
# ln -s /run/heard-signer/{slug}.sock /var/lib/heard/{slug}/signer.sock
"""
