from __future__ import annotations

import json
import sys

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.suggesters.hugging_face import HuggingFaceSuggester, joined

TAGS = ["O", "B-ORG", "I-ORG"]
WORDS = {"[UNK]": 0, "경기도": 1, "경제국": 2}


@pytest.fixture
def folder(tmp_path):
    """A model whose logits are a table of its three words: 경기도 is B-ORG, 경제국 I-ORG."""
    np = pytest.importorskip("numpy")
    onnx = pytest.importorskip("onnx")
    tokenizers = pytest.importorskip("tokenizers")
    pytest.importorskip("onnxruntime")
    make = onnx.helper
    table = onnx.numpy_helper.from_array(np.eye(3, dtype=np.float32) * 5, "table")
    graph = make.make_graph(
        [make.make_node("Gather", ["table", "input_ids"], ["logits"])],
        "tiny",
        [make.make_tensor_value_info("input_ids", onnx.TensorProto.INT64, [1, None])],
        [make.make_tensor_value_info("logits", onnx.TensorProto.FLOAT, [1, None, 3])],
        [table],
    )
    model = make.make_model(graph, opset_imports=[make.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, tmp_path / "model.onnx")
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    (tmp_path / "config.json").write_text(json.dumps({"id2label": dict(enumerate(TAGS))}), encoding="utf-8")
    return tmp_path


def test_a_model_made_here(folder) -> None:
    article = ArticleText("가나다.\n😀 경기도 경제국 사람")
    (mention,) = HuggingFaceSuggester(folder, {"ORG": "OG"}).suggest(article, [])
    assert mention.span.of(article.text) == "경기도 경제국"
    assert mention.label == "OG"
    assert 0.9 < mention.confidence <= 1


def test_a_damaged_folder_fails(folder) -> None:
    (folder / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SuggesterFailed):
        HuggingFaceSuggester(folder, {})


def test_without_onnxruntime_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(SuggesterFailed, match="not installed"):
        HuggingFaceSuggester(tmp_path, {})


def test_pieces_are_joined() -> None:
    pieces = [
        (0, 1, "I-X", 0.9),
        (1, 2, "I-X", 0.5),
        (3, 4, "B-X", 0.8),
        (4, 5, "I-Y", 0.7),
        (5, 6, "O", 0.9),
    ]
    assert list(joined(pieces)) == [(0, 2, "X", 0.5), (3, 4, "X", 0.8), (4, 5, "Y", 0.7)]
