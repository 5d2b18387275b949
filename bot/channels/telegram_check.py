"""What `doorstep doctor` looks at on Telegram."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.channels.checking import Asking, Finding
from bot.channels.telegram import HOME
from bot.channels.telegram_memory import Memory, chat_now
from bot.settings import Settings

INSIDE = frozenset({"administrator", "member", "restricted"})
MOST_WAITING = 20


def check(settings: Settings, now: datetime, memory: Memory) -> Iterator[Finding]:
    """Look whether the bot answers, has what it needs in the staff channel, and whether updates reach us."""
    token, chat = settings.telegram_bot_token, settings.telegram_staff_chat_id
    if token is None and chat is None:
        return
    if token is None or chat is None:
        yield Finding("Telegram", "set both TELEGRAM_BOT_TOKEN and TELEGRAM_STAFF_CHAT_ID.", is_wrong=True)
        return
    url = f"{settings.telegram_api_url or HOME}/bot{token.get_secret_value()}"
    with Asking("Telegram", url) as telegram:
        bot = _result(telegram.ask("/getMe"))
        yield telegram.well(f"answers: the bot is @{bot.get('username')}.")
        yield from _group(telegram, chat_now(memory, chat), str(bot.get("id")))
        yield from _webhook(telegram, settings)
        if (skew := telegram.skew(now)) is not None:
            yield skew


def _group(telegram: Asking, chat: int, bot: str) -> Iterator[Finding]:
    group = _result(telegram.ask("/getChat", chat_id=str(chat)))
    member = _result(telegram.ask("/getChatMember", chat_id=str(chat), user_id=bot))
    if member.get("status") not in INSIDE:
        yield telegram.wrong("is not in the staff channel: add the bot to the group.")
    elif group.get("username"):
        yield telegram.wrong("has a staff channel that anybody can find: make the group private.")
    elif group.get("is_forum") and not member.get("can_manage_topics"):
        yield telegram.wrong("may not make topics: make the bot an administrator who may manage topics.")


def _webhook(telegram: Asking, settings: Settings) -> Iterator[Finding]:
    info = _result(telegram.ask("/getWebhookInfo"))
    given = str(info.get("url") or "")
    posts = settings.telegram_webhook_secret is not None and settings.public_url is not None
    wanted = f"{settings.public_url}/hooks/telegram" if posts else ""
    if given != wanted:
        mend = f"set the webhook to {wanted}, see docs/telegram.md" if wanted else "delete the webhook"
        yield telegram.wrong(f"posts to {given or 'nowhere'}: {mend}.")
    elif info.get("last_error_message"):
        yield telegram.wrong(f"could not post lately ({info['last_error_message']}): is PUBLIC_URL open to Telegram?")
    elif int(info.get("pending_update_count") or 0) > MOST_WAITING:
        yield telegram.wrong(f"has {info['pending_update_count']} updates waiting: is the service running?")


def _result(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    found = answer.get("result")
    return found if isinstance(found, Mapping) else {}
